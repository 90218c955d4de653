"""The addresses of the whole site."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView
from django.urls import include, path

# Also for those whose session has ended meanwhile.
sign_out = login_not_required(LogoutView.as_view())

urlpatterns = [
    path("admin/", admin.site.urls),
    path("board/", include("responses.board_urls")),
    path("sign-out/", sign_out, name="sign_out"),
    path("", include("forces.sign_in.urls")),
    path("", include("responses.urls")),
]
