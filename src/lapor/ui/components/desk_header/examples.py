from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Kepala halaman meja",
        '<c-desk-header :asking="asking" :items="items" />',
        {
            "asking": {"is_officer": True, "name": "Ratna Dewi", "agency_name": "Meja Pengaduan Kota Solok"},
            "items": [
                {"href": "#isi", "label": "Meja", "is_here": True},
                {"href": "#isi", "label": "Kabar", "count": 3},
                {"href": "#isi", "label": "Unit dan tim"},
            ],
        },
        is_wide=True,
    )
]
