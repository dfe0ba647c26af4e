from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Pilihan dari daftar pendek",
        '<c-select name="state" label="Keadaan" :options="options" value="late" empty="Semua keadaan" />',
        {"options": [("late", "Terlambat"), ("ontime", "Tepat waktu")]},
    )
]
