"""Addresses of this room."""

from django.urls import path

from lapor.portal.account import views

urlpatterns = [
    path("masuk/", views.sign_in_page, name="sign-in"),
    path("masuk/tautan/", views.ask_link, name="ask-link"),
    path("masuk/tautan/<str:token>/", views.use_link, name="use-link"),
    path("daftar/", views.register, name="register"),
    path("keluar/", views.leave, name="sign-out"),
    path("akun/", views.account, name="account"),
    path("akun/draf/<uuid:key>/buang/", views.throw_away, name="discard-draft"),
    path("akun/data/", views.contact, name="contact"),
    path("akun/sandi/", views.password, name="password"),
]
