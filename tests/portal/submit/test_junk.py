"""Whatever is posted: an answer that belongs to a browser, never a fault of ours."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders.portal import typed
from tests.builders.world import World

ANSWERS = {200, 201, 204, 302, 400, 403, 404, 405, 409, 413, 422, 429}
anything = st.text(max_size=300) | st.sampled_from(
    ["\x00", "1e999", "-1", "٣", "\ud83d", "a" * 5000, "%00", "[]", "{}"]
)
fields = st.sampled_from(
    [
        *typed(),
        "place_latitude",
        "place_longitude",
        "street",
        "when",
        "agency",
        "agency_text",
        "category",
        "category_text",
        "name",
        "email",
        "phone",
        "nowhere",
        "do",
        "files",
        "files_kept",
        "remove_files",
    ]
)


def encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.dictionaries(fields, anything, max_size=8))
def test_the_form_takes_any_words(world: World, changes: dict[str, str]) -> None:
    words = typed() | {name: encodable(value) for name, value in changes.items()}
    assert Client().post("/lapor/", words).status_code in ANSWERS


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(code=anything, access_code=anything)
def test_the_door_takes_any_words(world: World, code: str, access_code: str) -> None:
    words = {"code": encodable(code), "access_code": encodable(access_code)}
    assert Client().post("/lacak/", words).status_code in ANSWERS


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=anything, address=st.sampled_from(["tempat", "instansi", "kategori", "lokasi", "batas"]))
def test_suggestions_take_any_words(world: World, words: str, address: str) -> None:
    query = dict.fromkeys(
        ["q", "dekat", "lat", "lng", "barat", "selatan", "timur", "utara", "kode"], encodable(words)
    )
    assert Client().get(f"/lapor/{address}/", query).status_code in ANSWERS
