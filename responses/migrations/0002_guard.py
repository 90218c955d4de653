from django.db import migrations

from forces.guard import guard


class Migration(migrations.Migration):
    dependencies = [("responses", "0001_initial")]

    operations = [guard("Publication", "PublishedReport")]
