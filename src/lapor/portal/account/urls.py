"""Addresses of this room."""

from django.urls import path

from lapor.portal.account import entering, own

urlpatterns = [
    path("masuk/", entering.sign_in_page, name="sign-in"),
    path("masuk/tautan/", entering.ask_link, name="ask-link"),
    path("masuk/tautan/<str:token>/", entering.use_link, name="use-link"),
    path("masuk/surel/<str:token>/", entering.confirm_address, name="confirm-address"),
    path("daftar/", entering.register, name="register"),
    path("keluar/", entering.leave, name="sign-out"),
    path("akun/", own.account, name="account"),
    path("akun/draf/<uuid:key>/buang/", own.throw_away, name="discard-draft"),
    path("akun/kabar/", own.read_news, name="read-own-notices"),
    path("akun/data/", own.contact, name="contact"),
    path("akun/sandi/", own.password, name="password"),
]
