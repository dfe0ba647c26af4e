from lapor.ui.components.line.examples import LINES
from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Bentuk baris: rel di depan, supaya rel sebaris dalam daftar",
        '<c-rows>{% for line in lines %}<li><c-mini-line :line="line" /></li>{% endfor %}</c-rows>',
        {"lines": LINES},
    )
]
