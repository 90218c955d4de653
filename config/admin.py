"""The admin site itself: its name, and the order of its front page."""

from django.conf import settings
from django.contrib import admin


class AnswerableAdminSite(admin.AdminSite):
    site_header = settings.SITE_NAME
    site_title = settings.SITE_NAME
    index_title = "Your work"
    enable_nav_sidebar = False
