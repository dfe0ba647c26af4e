"""Every field is classed, keys point down only, and guarded tables refuse unscoped reads."""

import pytest
from django.apps import apps
from django.db import models

from lapor.records.guard import UnscopedRead
from lapor.records.models import Report, ReporterIdentity
from lapor.records.privacy import Privacy

ORDER = (
    "places",
    "agencies",
    "accounts",
    "catalogue",
    "calendar",
    "reports",
    "messages",
    "exchange",
    "statistics",
)
MODELS = list(apps.get_app_config("lapor").get_models())


def _topic(model: type[models.Model]) -> int:
    return ORDER.index(model.__module__.split(".")[2])


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_classed(model: type[models.Model]) -> None:
    fields = {field.name for field in model._meta.concrete_fields}
    classed = model.privacy  # type: ignore[attr-defined]
    assert set(classed) == fields
    assert all(isinstance(value, Privacy) for value in classed.values())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_keys_point_down(model: type[models.Model]) -> None:
    for field in model._meta.concrete_fields:
        if field.is_relation and field.related_model in MODELS:
            assert _topic(field.related_model) <= _topic(model), field.name  # type: ignore[arg-type]


@pytest.mark.parametrize("model", [Report, ReporterIdentity])
def test_unscoped_reads_are_refused(model: type[models.Model]) -> None:
    for read in (lambda: model.objects.all(), lambda: model.objects.filter(pk=1)):  # type: ignore[attr-defined]
        with pytest.raises(UnscopedRead):
            read()
    with pytest.raises(UnscopedRead):
        model.objects.scoped("")  # type: ignore[attr-defined]


def test_stored_words_are_readable() -> None:
    for model in MODELS:
        for field in model._meta.concrete_fields:
            for value, _ in field.flatchoices or ():
                assert value == value.lower(), (model, field)
                assert str(value).replace("_", "").isalnum(), (model, field)
