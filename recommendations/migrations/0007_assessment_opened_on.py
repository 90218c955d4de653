from django.db import migrations, models
from django.utils import timezone


class Migration(migrations.Migration):
    dependencies = [("recommendations", "0006_never_reviewed")]

    operations = [
        # Of a rating that is there already nobody knows: its days are counted from here on.
        migrations.AddField(
            model_name="assessment",
            name="opened_on",
            field=models.DateField(default=timezone.localdate, editable=False),
        ),
    ]
