from django.db import migrations, models

from forces.editions import watch


class Migration(migrations.Migration):
    dependencies = [("forces", "0009_copy_addressee")]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=36)),
            ],
        ),
        watch("LocalPolicingBody", "OfficeHolder", "Oversight", "PoliceForce"),
    ]
