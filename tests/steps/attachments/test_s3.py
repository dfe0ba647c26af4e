"""The same steps on an S3 storage."""

import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import boto3
import pytest
from moto import mock_aws

from lapor.records.reports.attachment import Attachment
from lapor.rules.access import STRANGER
from lapor.rules.refusals import Refused
from lapor.steps.attachments.clear_arriving import clear_arriving
from lapor.steps.attachments.store import store_attachment
from tests.builders.files import PDF, photo
from tests.builders.world import START

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BUCKET = "lampiran"


@pytest.fixture
def bucket(settings: Any) -> Iterator[Any]:
    with mock_aws():
        client = boto3.client("s3", region_name="us-east-1")
        client.create_bucket(Bucket=BUCKET)
        settings.STORAGES = {
            **settings.STORAGES,
            "default": {
                "BACKEND": "storages.backends.s3.S3Storage",
                "OPTIONS": {"bucket_name": BUCKET, "region_name": "us-east-1", "file_overwrite": False},
            },
        }
        yield client


def names_in(client: Any) -> set[str]:
    return {found["Key"] for found in client.list_objects_v2(Bucket=BUCKET).get("Contents", [])}


def test_files_lie_in_the_bucket_and_go_from_it(bucket: Any) -> None:
    stored = store_attachment(actor=STRANGER, file=photo(), name="foto.jpg", now=START)
    row = Attachment.objects.get(key=stored.key)
    assert names_in(bucket) == {row.path, row.thumbnail_path}
    Attachment.objects.update(is_stored=False)
    assert clear_arriving(now=START + timedelta(hours=2)) == 1
    assert names_in(bucket) == set()


def test_a_bucket_that_is_gone_refuses(bucket: Any) -> None:
    bucket.delete_bucket(Bucket=BUCKET)
    with pytest.raises(Refused, match="file_not_kept"):
        store_attachment(actor=STRANGER, file=io.BytesIO(PDF), name="surat.pdf", now=START)
