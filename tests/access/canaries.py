"""Reports whose every non-public field carries a mark of its own, and who may see which mark."""

from dataclasses import dataclass
from io import BytesIO
from random import randrange
from uuid import uuid4

from PIL import Image

from lapor.rules.access import STRANGER
from lapor.rules.kinds import Audience, Outcome, ProposalKind
from lapor.steps.attachments.store import store_attachment
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.note import add_note
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.rate import rate_report
from lapor.steps.reports.receive import Contact
from lapor.steps.reports.reply import reply_to_report
from lapor.steps.reports.reveal_identity import reveal_identity
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.send_back import send_back_proposal
from lapor.steps.reports.settle import Settlement, settle_report
from lapor.steps.reports.verify import verify_report
from tests.access.people import approver
from tests.builders.world import World, at_office, received, reporter_of, verification

HOLDERS = frozenset({"nasional", "solok", "pupr", "penyetuju"})
READERS = HOLDERS | {"provinsi", "pengawas"}
REPORTER = frozenset({"reporter", "citizen"})
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Mark:
    """A word that stands nowhere else, who may read it, and whether somebody has to be able to."""

    word: str
    allowed: frozenset[str]
    is_shown: bool = True


def _word(what: str) -> str:
    return f"kenari{what}{uuid4().hex[:6]}"


def _number(begins: str) -> str:
    return f"{begins}{randrange(10_000, 100_000)}7"  # a zero at the end would be lost


@dataclass
class Marked:
    """A report and its marks."""

    code: str
    marks: dict[str, Mark]


def open_report_with_marks(world: World) -> Marked:
    """A published report at the office: the public reads the released text, nothing else."""
    return _marked(world, is_secret=False)


def secret_report_with_marks(world: World) -> Marked:
    """An anonymous, secret report: the public reads nothing at all."""
    return _marked(world, is_secret=True)


def _marked(world: World, *, is_secret: bool) -> Marked:
    inside = READERS | REPORTER
    revealed = frozenset({"nasional" if is_secret else "pupr"})
    marks = {
        "text": Mark(_word("teks"), inside),
        "place": Mark(_word("tempat"), inside),
        "title": Mark(_word("judul"), inside),
        "when": Mark(_word("kapan"), inside),
        "latitude": Mark(_number("0.7"), inside),
        "longitude": Mark(_number("100.6"), inside),
        "name": Mark(_word("nama"), revealed),
        "email": Mark(_word("surel"), revealed),
        "address": Mark(_word("alamat"), revealed),
        "phone": Mark(_number("+628129"), revealed),
        "file": Mark(_word("berkas"), inside),
        "public": Mark(_word("publik"), inside if is_secret else frozenset()),
        "note": Mark(_word("catatan"), READERS),
        "private answer": Mark(_word("jawabpribadi"), inside),
        "answer": Mark(_word("jawabumum"), inside),
        "reply": Mark(_word("balasan"), inside),
        "draft answer": Mark(_word("konsep"), READERS),
        "instruction": Mark(_word("arahan"), READERS),
        "reveal reason": Mark(_word("alasanbuka"), inside),
    }
    if not is_secret:
        everybody = (
            READERS | REPORTER | {"stranger", "other citizen", "dishub", "padang", "inspektur", "sistem"}
        )
        marks["public"] = Mark(marks["public"].word, everybody)
        marks["answer"] = Mark(marks["answer"].word, everybody)
    else:
        marks["public"] = Mark(marks["public"].word, NOBODY, is_shown=False)
    words = {name: mark.word for name, mark in marks.items()}
    return Marked(_played(world, words, is_secret), marks)


def _played(world: World, words: dict[str, str], is_secret: bool) -> str:
    officers = world.officers
    contact = Contact(
        name=words["name"],
        email=f"{words['email']}@contoh.test",
        phone=words["phone"],
        address=words["address"],
    )
    file = store_attachment(
        actor=reporter_of("000000000"), file=BytesIO(_photo()), name=f"{words['file']}.jpg", now=world.now
    )
    code = received(
        world,
        text=f"Jalan rusak di dekat rumah {words['text']} sudah lama sekali.",
        title=f"Jalan rusak {words['title']}",
        happened_text=words["when"],
        latitude=-float(words["latitude"]),
        longitude=float(words["longitude"]),
        place_text=words["place"],
        contact=contact,
        is_anonymous=is_secret,
        is_secret=is_secret,
        attachment_keys=(file.key,),
    ).code
    verify_report(
        actor=officers["nasional"],
        code=code,
        details=verification(
            world, public_title=f"Jalan {words['public']}", is_anonymous=is_secret, is_secret=is_secret
        ),
        now=world.later(hours=1),
    )
    route_down(
        actor=officers["solok"],
        code=code,
        to_agency_id=world.agencies["PUPR"].pk,
        reason="Tugas dinas.",
        instruction=words["instruction"],
        now=world.later(hours=1),
    )
    _answered(world, code, words)
    if not is_secret:
        reason = f"Menanyakan letak lubang {words['reveal reason']}."
        reveal_identity(actor=officers["pupr"], code=code, reason=reason, now=world.later(minutes=1))
    else:
        reason = f"Perlindungan saksi {words['reveal reason']}."
        reveal_identity(actor=officers["nasional"], code=code, reason=reason, now=world.later(minutes=1))
    return code


def _answered(world: World, code: str, words: dict[str, str]) -> None:
    desk = world.officers["solok"]
    private = Answer(text=f"Antrean Anda {words['private answer']}.", audience=Audience.REPORTER)
    follow_up(actor=desk, code=code, details=private, now=world.later(hours=1))
    follow_up(
        actor=desk,
        code=code,
        details=Answer(text=f"Sedang diukur {words['answer']}."),
        now=world.later(hours=1),
    )
    reply_to_report(
        actor=reporter_of(code), code=code, text=f"Terima kasih {words['reply']}.", now=world.later(hours=1)
    )
    add_note(actor=desk, code=code, text=f"Catatan {words['note']}.", now=world.later(hours=1))
    approver(world)
    draft = Draft(kind=ProposalKind.FOLLOW_UP, text=f"Konsep {words['draft answer']}.")
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.later(hours=1))


def unverified_report_with_marks(world: World) -> Marked:
    """Nobody has judged it yet: the desk that verifies reads what was told, and not who told it."""
    inside = frozenset({"nasional"}) | REPORTER
    marks = {
        "text": Mark(_word("barumasuk"), inside),
        "place": Mark(_word("baruletak"), inside),
        "file": Mark(_word("baruberkas"), inside),
        "name": Mark(_word("barunama"), NOBODY, is_shown=False),
        "email": Mark(_word("barusurel"), NOBODY, is_shown=False),
    }
    contact = Contact(name=marks["name"].word, email=f"{marks['email'].word}@contoh.test")
    name = f"{marks['file'].word}.jpg"
    file = store_attachment(actor=STRANGER, file=BytesIO(_photo()), name=name, now=world.now)
    code = received(
        world,
        text=f"Jembatan di belakang pasar retak {marks['text'].word}.",
        place_text=marks["place"].word,
        contact=contact,
        attachment_keys=(file.key,),
    ).code
    return Marked(code, marks)


def closed_report_with_marks(world: World) -> Marked:
    """Settled without a picture after a proposal was sent back, then closed and rated."""
    inside = READERS | REPORTER
    everybody = inside | {"stranger", "other citizen", "dishub", "padang", "inspektur", "sistem"}
    marks = {
        "decision note": Mark(_word("kembalikonsep"), READERS),
        "no evidence": Mark(_word("tanpabukti"), everybody),
        "rating text": Mark(_word("nilai"), inside),
    }
    code, desk = at_office(world), world.officers["solok"]
    approver(world)
    draft = Draft(kind=ProposalKind.FOLLOW_UP, text="Akan ditinjau.")
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.later(hours=1))
    reason = f"Sebutkan harinya {marks['decision note'].word}."
    send_back_proposal(actor=desk, code=code, reason=reason, now=world.later(hours=1))
    follow_up(actor=desk, code=code, details=Answer(text="Ditinjau Kamis."), now=world.later(hours=1))
    why = f"Tidak ada yang bisa difoto {marks['no evidence'].word}."
    settle_report(
        actor=desk,
        code=code,
        details=Settlement(text="Sudah selesai.", no_evidence_reason=why),
        now=world.later(hours=1),
    )
    confirm_report(actor=reporter_of(code), code=code, now=world.later(hours=1))
    rate_report(
        actor=reporter_of(code),
        code=code,
        rating=4,
        outcome=Outcome.SOLVED,
        words=f"Cukup cepat {marks['rating text'].word}.",
        now=world.later(hours=1),
    )
    return Marked(code, marks)


def _photo() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (64, 48), "#8a8a8a").save(buffer, "JPEG")
    return buffer.getvalue()
