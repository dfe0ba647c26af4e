from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Tampilan tersimpan",
        """
<c-views>
  <c-view-group title="Kerja hari ini" :views="views" />
  <c-view-group title="Menunggu orang lain" :views="others" />
</c-views>""",
        {
            "views": [
                {"href": "#views", "label": "Perlu saya", "count": 23, "is_here": True},
                {"href": "#views", "label": "Terlambat", "count": 2},
            ],
            "others": [{"href": "#views", "label": "Pelapor", "count": 14}],
        },
    )
]
