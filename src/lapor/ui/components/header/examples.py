from lapor.ui.example import Example

EXAMPLES = [
    Example("Warga, tanpa akun", '<c-header here="lacak" />', is_wide=True),
    Example(
        "Masuk, dengan kabar baru",
        '<c-header here="akun" :asking="asking" />',
        {"asking": {"is_signed_in": True, "is_officer": True, "unread": 2}},
        is_wide=True,
    ),
]
