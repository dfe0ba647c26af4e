from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Ketik, lalu pilih; tanpa skrip dikirim apa adanya",
        '<c-typeahead name="place" label="Tempat kejadian" text="Tanjung Paku" url="/wilayah/cari/" '
        'hint="Desa, kelurahan, kecamatan, kota" />',
    ),
    Example(
        "Tanpa skrip: yang dimaksud dipilih sesudah dikirim",
        '<c-typeahead name="village" label="Tempat kejadian" text="Tanjung" :choices="choices" url="/x/" '
        'error="Ada dua tempat bernama Tanjung." />',
        {
            "choices": [
                ("13.72.01.1001", "Tanjung Paku", "Kecamatan Tanjung Harapan, Kota Solok"),
                ("13.71.03.1004", "Tanjung Saba", "Kecamatan Lubuk Begalung, Kota Padang"),
            ]
        },
    ),
]
