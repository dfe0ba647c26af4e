"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.desk.catalogue import categories, holidays, limits, notices, texts

urlpatterns: list[URLPattern] = [
    path("", categories.catalogue, name="desk-catalogue"),
    path("kategori/", categories.categories, name="catalogue-categories"),
    path("kategori/tambah/", categories.add, name="category-add"),
    path("kategori/<str:code>/", categories.edit, name="category-edit"),
    path("templat/", texts.texts, name="desk-texts"),
    path("templat/tambah/", texts.add, name="text-add"),
    path("templat/<int:template_id>/", texts.edit, name="text-edit"),
    path("pemberitahuan/", notices.notices, name="desk-notice-texts"),
    path("pemberitahuan/<slug:code>/<slug:language>/", notices.notice, name="desk-notice-text"),
    path("jangka-waktu/", limits.limits, name="desk-limits"),
    path("jangka-waktu/<str:key>/", limits.limit, name="limit-set"),
    path("hari-libur/", holidays.holidays, name="desk-holidays"),
    path("hari-libur/<int:holiday_id>/cabut/", holidays.withdraw, name="holiday-withdraw"),
]
