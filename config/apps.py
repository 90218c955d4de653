from django.contrib.admin.apps import AdminConfig


class AnswerableAdminConfig(AdminConfig):
    """The stock admin with this register's own site object."""

    default_site = "config.admin.AnswerableAdminSite"
