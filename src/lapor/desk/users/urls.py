"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.desk.users import ending, invite, lists

urlpatterns: list[URLPattern] = [
    path("", lists.people, name="desk-officers"),
    path("undang/", invite.invite, name="officer-invite"),
    path("peran/<int:membership_id>/akhiri/", ending.end, name="role-end"),
    path("<int:account_id>/", lists.person, name="desk-officer"),
    path("<int:account_id>/peran/", invite.grant, name="role-grant"),
    path("<int:account_id>/tautan/", ending.new_link, name="officer-link"),
    path("<int:account_id>/tutup/", ending.close, name="officer-close"),
    path("<int:account_id>/buka/", ending.reopen, name="officer-reopen"),
]
