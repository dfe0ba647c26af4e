from lapor.ui.example import Example

EXAMPLES = [Example("Kaki halaman", "<c-footer />", is_wide=True)]
