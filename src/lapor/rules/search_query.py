"""What somebody types to find reports, made into words worth looking for.

PostgreSQL's `indonesian` configuration stems but has no stop words, so the query is rid of them here.
"""

import re
import unicodedata

from lapor.rules.tracking_code import BadTrackingCode, normalise

MOST_TERMS = 8
_LONGEST_TERM = 40
_WORD = re.compile(r"[^\W_]+")

# Our own list: function words, address, and the courtesies that reports are full of.
_LISTED = """
    ada adalah adanya agar akan aku anda antara apa apakah atas atau bagai bagaimana bagi bahwa banyak
    bapak beberapa begitu belum bisa boleh bu buat bukan cukup dalam dan dapat dari daripada dengan di
    dia dimana dong dulu gimana hal hanya harus hingga ia ibu ingin ini itu iya jadi jangan jika juga
    kak kalau kali kami kapan karena kata ke kemudian kenapa kepada ketika kita kok lagi lah lalu lebih
    maka mana masih mau melalui mengapa menjadi mereka min mohon nya oleh pada pak para pernah pula saat
    saja sama sambil sampai sangat saya sebagai sebelum sebuah sedang segera sehingga sejak sekali
    seperti serta sesudah setelah siapa sih sini situ suatu sudah supaya tapi telah tentang terhadap
    terima terimakasih tersebut tetapi tidak tolong toh untuk utk yaitu yakni yang yg dgn dr dlm krn jg
    sdh blm tdk tlg kpd pd
"""
STOP_WORDS = frozenset(_LISTED.split())


def search_terms(text: str) -> tuple[str, ...]:
    """The first eight different words of `text` in lower case, without stop words; numbers stay."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    terms = (word[:_LONGEST_TERM] for word in words if word not in STOP_WORDS and _is_telling(word))
    return tuple(dict.fromkeys(terms))[:MOST_TERMS]


def as_tracking_code(text: str) -> str | None:
    """The tracking code, if that is what was typed."""
    try:
        return normalise(text)
    except BadTrackingCode:
        return None


def _is_telling(word: str) -> bool:
    return len(word) > 1 or word.isdigit()
