from lapor.ui.components.line.examples import LATE, NEAR, ONTIME, YOU
from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Kotak masuk dengan bilah pilihan dan tombol cepat",
        """
<c-bulk-bar :count="1"><c-button size="s" icon="send">Disposisi</c-button></c-bulk-bar>
<c-inbox label="Perlu saya">
  <c-inbox-row code="406118952" title="Air keruh di Tanah Garam" href="#inbox" :line="late" :read="True" />
  <c-inbox-row code="350662174" title="Karcis parkir Rp 2.000, diminta Rp 5.000" href="#inbox" :line="near"
    :open="True" :checked="True"><c-tag>Rahasia</c-tag></c-inbox-row>
  <c-inbox-row code="190775428" title="Rambu tertutup pohon" href="#inbox" :line="ontime" />
  <c-inbox-row code="302846751" title="Bantuan sosial berhenti" href="#inbox" :line="you" :read="True" />
</c-inbox>
<div class="lp-desk__bar"><c-keys :keys="keys" /></div>""",
        {
            "late": LATE,
            "near": NEAR,
            "ontime": ONTIME,
            "you": YOU,
            "keys": [{"key": "j", "label": "turun"}, {"key": "x", "label": "pilih"}],
        },
    )
]
