"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.portal.submit.draft import autosave
from lapor.portal.submit.files import add_file, list_files, remove_file
from lapor.portal.submit.location import location, outlines
from lapor.portal.submit.submit import submit
from lapor.portal.submit.suggestions import agencies, categories, places

urlpatterns: list[URLPattern] = [
    path("", submit, name="submit"),
    path("berkas/", add_file, name="submit-file"),
    path("berkas/hapus/", remove_file, name="submit-remove-file"),
    path("berkas/daftar/", list_files, name="submit-files"),
    path("draf/", autosave, name="submit-draft"),
    path("tempat/", places, name="submit-places"),
    path("instansi/", agencies, name="submit-agencies"),
    path("kategori/", categories, name="submit-categories"),
    path("lokasi/", location, name="submit-location"),
    path("batas/", outlines, name="submit-outlines"),
]
