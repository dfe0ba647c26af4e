from datetime import date, datetime

from lapor.rules.deadlines import Clock, DayUnit
from lapor.rules.kinds import Door, Kind
from lapor.rules.receipt import PlanStep, ReceiptPage
from lapor.ui.components.line.examples import ONTIME, WIB
from lapor.ui.example import Example
from lapor.ui.receipt_words import receipt_words

PAGE = ReceiptPage(
    code="583720461",
    title="Jalan Pandan Ujung berlubang di depan SD",
    kind=Kind.COMPLAINT,
    door=Door.COUNTER,
    place="Tanjung Paku, Tanjung Harapan, Kota Solok, Sumatera Barat",
    place_text="Jalan Pandan Ujung",
    received_at=datetime(2026, 11, 18, 19, 42, tzinfo=WIB),
    received_by="Kota Solok",
    files=(),
    is_anonymous=False,
    is_secret=False,
    holder="Kota Solok",
    is_national=False,
    zone="Asia/Jakarta",
    line=ONTIME,
    plan=(PlanStep(Clock.VERIFICATION, 3, DayUnit.WORKING_DAY, date(2026, 11, 23)),),
)
EXAMPLES = [
    Example(
        "Tanda terima: nomor, kode QR, lalu isinya",
        """
<div class="lp-flow">
  <c-receipt-numbers :receipt="receipt" />
  <c-receipt-qr :receipt="receipt" />
  <c-receipt-body :receipt="receipt" />
</div>""",
        {"receipt": receipt_words(PAGE, "RK7M2TXB", "https://www.lapor.go.id/lacak/583720461/")},
        is_wide=True,
    )
]
