"""The receipt on one A4 sheet, to print and keep."""

from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from fpdf import FPDF
from fpdf.enums import XPos, YPos

import lapor.ui
from lapor.rules.receipt import ReceiptPage
from lapor.rules.tracking_code import grouped, grouped_access_code
from lapor.ui.line import Words
from lapor.ui.qr import qr
from lapor.ui.receipt_words import facts, plan_rows

_FONTS = Path(lapor.ui.__file__).parent / "fonts"
_MARGIN, _WIDTH, _QR = 18.0, 174.0, 42.0
_GREY = (82, 82, 82)


def receipt_pdf(page: ReceiptPage, access_code: str, address: str) -> bytes:
    """`access_code` may be empty: then the sheet says that the code was shown once."""
    paper = _Sheet(page.code)
    paper.draw_qr(address)
    paper.head(page, access_code)
    paper.standing(page)
    paper.plan(page)
    paper.facts(page, address)
    return bytes(paper.output())


class _Sheet(FPDF):
    """A sheet with our font; everything on it is text, so that it can be searched and read aloud."""

    def __init__(self, code: str) -> None:
        super().__init__(format="A4", unit="mm")
        self.set_margins(_MARGIN, _MARGIN)
        self.set_auto_page_break(False)
        self.add_font("Inter", "", _FONTS / "Inter-Regular.ttf")
        self.add_font("Inter", "B", _FONTS / "Inter-Bold.ttf")
        self.set_title(_("Tanda terima %(code)s") % {"code": grouped(code)})
        self.set_lang(get_language() or "id")
        self.add_page()

    def write_line(self, text: str, *, size: float = 10, bold: bool = False, width: float = _WIDTH) -> None:
        """One paragraph; letters that our font lacks become question marks instead of empty boxes."""
        self.set_font("Inter", "B" if bold else "", size)
        known = getattr(self.current_font, "cmap", {})
        shown = "".join(char if ord(char) in known else "?" for char in text)
        self.multi_cell(width, size * 0.5, shown, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def grey(self, text: str, *, size: float = 9, width: float = _WIDTH) -> None:
        self.set_text_color(*_GREY)
        self.write_line(text, size=size, width=width)
        self.set_text_color(0)

    def draw_qr(self, address: str) -> None:
        drawing = qr(address)
        module = _QR / drawing.size
        left, top = self.w - _MARGIN - _QR, _MARGIN
        self.set_fill_color(0)
        for x, y, length in drawing.runs:
            # A hair wider than a module, so that no printer draws a gap between two.
            self.rect(left + x * module, top + y * module, length * module + 0.02, module + 0.02, style="F")

    def head(self, page: ReceiptPage, access_code: str) -> None:
        beside = _WIDTH - _QR - 10
        self.write_line("LAPOR!", size=14, bold=True, width=beside)
        self.ln(4)
        self.write_line(_("Tanda terima laporan"), size=18, bold=True, width=beside)
        self.ln(4)
        self.grey(_("Nomor laporan"), width=beside)
        self.write_line(grouped(page.code), size=24, bold=True, width=beside)
        self.grey(_("Kode, jangan dibagikan"), width=beside)
        if access_code:
            self.write_line(grouped_access_code(access_code), size=24, bold=True, width=beside)
        else:
            self.write_line(_("Hanya ditampilkan sekali, saat laporan dikirim."), width=beside)
        self.set_y(max(self.get_y(), _MARGIN + _QR) + 3)
        self.grey(_("Dengan nomor dan kode Anda melihat, menambah, dan menilai laporan, tanpa akun."))
        self._rule()

    def standing(self, page: ReceiptPage) -> None:
        said = Words(page.line, page.zone)
        self.write_line(said.state, size=12, bold=True)
        self.pair(said.who_title, page.line.who)
        self.pair(said.since_title, f"{said.since_day}, {said.since_time}")
        if said.until_day:
            self.pair(said.until_title, said.until_day)
        self.pair(said.next_title, said.next)
        self._rule()

    def plan(self, page: ReceiptPage) -> None:
        rows = plan_rows(page)
        if not rows:
            return
        self.write_line(_("Yang terjadi berikutnya"), size=12, bold=True)
        for number, row in enumerate(rows, start=1):
            self.ln(1)
            self.write_line(f"{number}. {row.title}", bold=True)
            self.grey(f"{row.when}. {row.text}")
        self._rule()

    def facts(self, page: ReceiptPage, address: str) -> None:
        self.write_line(_("Yang Anda laporkan"), size=12, bold=True)
        for name, value in facts(page):
            self.pair(name, value)
        self.pair(_("Ikuti di"), address)

    def pair(self, name: str, value: str) -> None:
        self.set_font("Inter", "", 10)
        top = self.get_y() + 1
        self.set_xy(_MARGIN, top)
        self.set_text_color(*_GREY)
        self.cell(38, 5, name)
        self.set_text_color(0)
        self.set_left_margin(_MARGIN + 40)
        self.set_xy(_MARGIN + 40, top)
        self.write_line(value, width=_WIDTH - 40)
        self.set_left_margin(_MARGIN)
        self.set_x(_MARGIN)

    def _rule(self) -> None:
        self.ln(4)
        self.set_draw_color(180)
        self.line(_MARGIN, self.get_y(), _MARGIN + _WIDTH, self.get_y())
        self.ln(4)
