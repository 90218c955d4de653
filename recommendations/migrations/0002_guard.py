from django.db import migrations

from forces.guard import guard


class Migration(migrations.Migration):
    dependencies = [("recommendations", "0001_initial")]

    operations = [guard("AssessmentChange")]
