"""Where answers to a letter go."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0503_dead_links")]
    operations = [migrations.AddField("letter", "reply_to", models.EmailField(blank=True, default="", max_length=254))]
