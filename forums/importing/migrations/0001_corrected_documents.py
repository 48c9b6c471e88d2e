"""The table of documents that editors have corrected."""

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='CorrectedDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('kept_at', models.DateTimeField(auto_now=True)),
                ('lines', models.JSONField(default=list)),
                ('pieces', models.JSONField(default=list)),
            ],
            options={
                'verbose_name': 'corrected document',
                'verbose_name_plural': 'corrected documents',
                'ordering': ['pk'],
            },
        ),
    ]
