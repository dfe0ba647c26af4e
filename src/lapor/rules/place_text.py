"""What somebody types to find a place, reduced to the words that tell one place from another."""

import re

from lapor.rules import folding

# Folding turns "Kab." and "D.I." into "kab" and "d i".
_PHRASES = re.compile(r"\b(?:daerah istimewa|daerah khusus ibu ?kota|d i)\b")
_LEVELS = """
    provinsi propinsi prov prop kabupaten kab kota kotamadya kodya kecamatan kec kelurahan kel desa ds nagari
    administrasi adm dki diy di
"""
_LEVEL_WORDS = frozenset(_LEVELS.split())
_ABBREVIATED = {"kep": "kepulauan", "kp": "kampung", "jkt": "jakarta", "sby": "surabaya", "bdg": "bandung"}


def fold(text: str) -> str:
    """Folded words of `text` without those that only name a level: "Kec. Lubuk Sikarah" → "lubuk sikarah".

    A text of nothing but such words keeps them: there are villages named Kota and Desa.
    """
    folded = folding.fold(text)
    words = _PHRASES.sub(" ", folded).split()
    kept = [_ABBREVIATED.get(word, word) for word in words if word not in _LEVEL_WORDS]
    return " ".join(kept) or folded
