"""The addresses of the whole site."""

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("board/", include("responses.board_urls")),
    path("sign-out/", LogoutView.as_view(next_page="home"), name="sign_out"),
    path("", include("responses.urls")),
]
