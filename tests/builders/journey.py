"""The world of journeys and pictures: West Sumatra with names as in life, and people who can sign in.

`world = journey_world()` builds it, within `transactional_db`. Officers by short name (`world.officers`) are
"nasional", "provinsi", "sumbar", "solok", "pupr", "penyetuju", "dishub", "inspektur", "padang"; each signs in
with `<name>@contoh.test` and PASSWORD. `world.agencies` knows agencies by their full names, listed below, and
by the short ones of `tests.builders.world`, so that its builders (`routed`, `settled`, …) work here too.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import time_machine
from django.contrib.auth.hashers import make_password
from PIL import Image, ImageDraw, ImageFilter

from lapor.queries.accounts.actor import actor_for
from lapor.records.accounts.account import Account
from lapor.records.catalogue.category import Category
from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from lapor.records.places.region import Region
from lapor.rules.access import Role
from lapor.rules.agencies import NATIONAL_DESK_CODE, AgencyKind
from lapor.rules.folding import fold, slug
from lapor.steps.reference.regions import search_text
from tests.builders.files import GPS, tags
from tests.builders.notices import load_notice_texts
from tests.builders.world import World, calendar_and_limits

PASSWORD = "sandi-petugas-yang-panjang"
NATIONAL = "Meja Nasional SP4N-LAPOR! (Kementerian PANRB)"
PROVINCE = "Pemerintah Provinsi Sumatera Barat"
SOLOK = "Pemerintah Kota Solok"
PUPR = "Dinas Pekerjaan Umum dan Penataan Ruang Kota Solok"
DISHUB = "Dinas Perhubungan Kota Solok"
INSPECTORATE = "Inspektorat Kota Solok"
PADANG = "Pemerintah Kota Padang"
TOPICS = {
    "Infrastruktur": ("Jalan rusak", "Jembatan", "Drainase"),
    "Perhubungan": ("Rambu dan marka", "Lampu lalu lintas"),
    "Administrasi kependudukan": ("KTP elektronik", "Akta kelahiran"),
}
ANSWERS = {
    "Sedang dijadwalkan": "Laporan Anda sudah kami terima. Petugas memeriksa lokasi lalu menjadwalkan kerja.",
    "Sudah dikerjakan": "Pekerjaan di lokasi sudah selesai. Bukti terlampir.",
}
_SHORT = {
    "Meja Nasional": NATIONAL,
    "Provinsi": PROVINCE,
    "Kota Solok": SOLOK,
    "PUPR": PUPR,
    "Dishub": DISHUB,
    "Inspektorat": INSPECTORATE,
    "Kota Padang": PADANG,
}
_PLACES = (
    ("13", "Sumatera Barat", "province", None, (-0.74, 100.65)),
    ("13.71", "Kota Padang", "city", "13", (-0.95, 100.42)),
    ("13.72", "Kota Solok", "city", "13", (-0.79, 100.66)),
    ("13.72.02", "Tanjung Harapan", "district", "13.72", (-0.79, 100.66)),
    ("13.72.02.1003", "Tanjung Paku", "village", "13.72.02", (-0.79, 100.66)),
)
_OFFICERS = (
    ("nasional", "Hendra Saputra", NATIONAL, Role.NATIONAL_DESK),
    ("provinsi", "Yulia Marlina", PROVINCE, Role.COORDINATOR),
    ("sumbar", "Fitri Handayani", PROVINCE, Role.AGENCY_DESK),
    ("solok", "Rika Novita", SOLOK, Role.AGENCY_DESK),
    ("pupr", "Andi Pratama", PUPR, Role.LIAISON),
    ("penyetuju", "Drs. Bakri Umar", PUPR, Role.APPROVER),
    ("dishub", "Dewi Lestari", DISHUB, Role.LIAISON),
    ("inspektur", "Zulkifli Rahman", INSPECTORATE, Role.INSPECTORATE),
    ("padang", "Nofrizal", PADANG, Role.AGENCY_DESK),
)


def journey_world(*, has_approver: bool = True) -> World:
    """Everything a report needs for its whole life, in a database that is empty.

    With an approver at the office "pupr" only proposes; `in_progress` and `settled` of
    `tests.builders.world` need one without.
    """
    world = World()
    calendar_and_limits()
    load_notice_texts()
    _places()
    _agencies(world)
    for short, name, agency, role in _OFFICERS:
        if role is Role.APPROVER and not has_approver:
            continue
        world.officer(short, agency, role)
        Account.objects.filter(login=f"{short}@contoh.test").update(
            name=name, password=make_password(PASSWORD)
        )
    _topics()
    FollowUpTemplate.objects.bulk_create(
        [FollowUpTemplate(title=title, body=body) for title, body in ANSWERS.items()]
    )
    return world


def citizen(login: str = "siti@contoh.test", name: str = "Siti Rahma") -> int:
    """Somebody with an account of his own, who signs in with PASSWORD; its id."""
    account = Account.objects.create(login=login, email=login, name=name, password=make_password(PASSWORD))
    return int(actor_for(account.pk, today=date(2026, 11, 18)).account_id or 0)


def _places() -> None:
    chains: dict[str | None, list[str]] = {None: []}
    for code, name, level, parent, (latitude, longitude) in _PLACES:
        chains[code] = [name, *chains[parent]]
        Region.objects.create(
            code=code,
            name=name,
            level=level,
            parent_id=parent,
            label=", ".join(chains[code]),
            search=search_text(chains[code]),
            latitude=latitude,
            longitude=longitude,
        )


def _agencies(world: World) -> None:
    """Each is found by what people type: its name and its abbreviation."""
    office = AgencyKind.OFFICE
    for name, kind, options, short in (
        (NATIONAL, AgencyKind.NATIONAL_DESK, {"code": NATIONAL_DESK_CODE}, ""),
        (PROVINCE, AgencyKind.PROVINCE, {"code": "13", "coordinated_by": NATIONAL, "region": "13"}, ""),
        (SOLOK, AgencyKind.CITY, {"code": "1372", "coordinated_by": PROVINCE, "region": "13.72"}, ""),
        (PUPR, office, {"code": "1372-1.03", "parent": SOLOK, "region": "13.72"}, "PUPR"),
        (DISHUB, office, {"code": "1372-2.15", "parent": SOLOK, "region": "13.72"}, "Dishub"),
        (
            INSPECTORATE,
            AgencyKind.INSPECTORATE,
            {"code": "1372-6.01", "parent": SOLOK, "region": "13.72"},
            "",
        ),
        (PADANG, AgencyKind.CITY, {"code": "1371", "coordinated_by": PROVINCE, "region": "13.71"}, ""),
    ):
        row = world.agency(name, kind, **options)
        row.abbreviation, row.search = short, fold(f"{name} {short}")
        row.save()
    world.agencies |= {short: world.agencies[name] for short, name in _SHORT.items()}


def _topics() -> None:
    for number, (main, below) in enumerate(TOPICS.items()):
        parent = _category(main, number)
        for order, name in enumerate(below):
            _category(name, order, parent)


def _category(name: str, order: int, parent: Category | None = None) -> Category:
    code = f"{parent.code}.{slug(name, 75)}" if parent else slug(name, 75)
    above = parent.name if parent else ""
    row = Category.objects.create(
        code=code, name=name, parent=parent, order=order, search=fold(f"{name} {above}")
    )
    row.path = f"{parent.path if parent else '/'}{row.pk}/"
    row.save()
    return row


@contextmanager
def time_of(world: World) -> Iterator[time_machine.Traveller]:
    """The server's clock shows the world's time; `.move_to(world.later(days=1))` lets time pass."""
    with time_machine.travel(world.now, tick=True) as clock:
        yield clock


def scene(width: int = 1600, height: int = 1200, *, is_mended: bool = False) -> Image.Image:
    """A road under a sky, with a hole in it or with the dark patch where the hole was."""
    image = Image.new("RGB", (width, height), "#9fc3dd")
    draw = ImageDraw.Draw(image)
    sky, middle = height * 2 // 5, width // 2
    draw.rectangle((0, sky, width, height), fill="#7f9160")
    draw.polygon(
        ((middle - width // 14, sky), (middle + width // 14, sky), (width, height), (0, height)), "#6f6c68"
    )
    for step in range(6):
        top = sky + (height - sky) * step // 6
        wide = 3 + step * width // 200
        draw.rectangle((middle - wide, top, middle + wide, top + 10 + step * height // 60), "#e8e4d8")
    hole = (middle - width // 4, height * 7 // 10, middle + width // 12, height * 17 // 20)
    if is_mended:
        draw.rectangle(hole, fill="#3d3b3a")
    else:
        draw.ellipse(hole, fill="#4a4038")
        inner = width // 40
        draw.ellipse((hole[0] + inner, hole[1] + inner, hole[2] - inner, hole[3] - inner), fill="#8c7a5f")
    return image.filter(ImageFilter.GaussianBlur(width / 800))


def scene_photo(width: int = 1600, height: int = 1200, *, is_mended: bool = False) -> bytes:
    """The scene as a telephone takes it: JPEG with the place of Kota Solok in its tags."""
    out = io.BytesIO()
    scene(width, height, is_mended=is_mended).save(out, "JPEG", quality=88, exif=tags(gps=GPS).tobytes())
    return out.getvalue()


def camera_photo() -> bytes:
    """About 4 MB from a camera of 12 million points: the scene, with the grain that makes such files big."""
    grain = Image.effect_noise((4000, 3000), 40).convert("RGB")
    image = Image.blend(scene(4000, 3000), grain, 0.18)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92, exif=tags(gps=GPS).tobytes())
    return out.getvalue()
