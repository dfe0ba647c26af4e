"""Style and script bundles, put together from the component folders without any other tool.

`portal` is what every page carries; `public` is added on lists, published reports and agency pages, `desk` on
officers' pages, `gallery` on the gallery, `map` where a map is. A component's file belongs to `portal` unless
its first line says otherwise: `/* bundle: desk */` or `// bundle: desk`.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from string import ascii_uppercase

import rcssmin
import rjsmin
from django.conf import settings

from lapor.ui.whole_file import replace

HERE = Path(__file__).parent
BUNDLES = ("portal", "public", "desk", "map", "gallery")
_MARK = re.compile(r"\A(?:/\*|//) bundle: (\w+)")
# Style files that are not a component's, and the cascade layer each belongs to; order is meaning.
_STYLES = {
    "portal": (
        ("fonts", ""),
        ("tokens", "tokens"),
        ("base", "base"),
        ("tones", "base"),
        ("layout", "layout"),
        ("*", "components"),
        ("utilities", "utilities"),
        ("print", "utilities"),
    ),
    "public": (("public", "layout"), ("*", "components")),
    "desk": (("desk", "layout"), ("*", "components")),
    "map": (("*", ""),),  # outside the layers, since Leaflet's own style is
    "gallery": (("gallery", "components"), ("*", "components")),
}
_PRIMITIVE = re.compile(r"--([a-z]+-\d+): (#\w+);")
_TOKEN = re.compile(r"--(?:lp-[a-z0-9-]+|light|dark)")
_LAYERS = "@layer tokens, base, layout, components, utilities;"


def output() -> Path:
    """Where bundles are written; git-ignored, below LAPOR_HOME."""
    return Path(settings.HOME) / "assets"


def names() -> list[str]:
    """The static paths of all bundles."""
    return [f"ui/{bundle}.{kind}" for bundle in BUNDLES for kind in ("css", "js")]


def bundle_of(source: Path) -> str:
    """The bundle a component's file asks for in its first line."""
    with source.open(encoding="utf-8") as file:
        found = _MARK.match(file.readline())
    return found[1] if found else "portal"


def _of_components(bundle: str, file_name: str) -> Iterator[Path]:
    for source in sorted(HERE.glob(f"components/*/{file_name}")):
        if bundle_of(source) == bundle:
            yield source


def css(bundle: str) -> str:
    """One style bundle, minified, every part in its cascade layer."""
    parts = [_LAYERS]
    for name, layer in _STYLES[bundle]:
        files = list(_of_components(bundle, "style.css")) if name == "*" else [HERE / f"styles/{name}.css"]
        text = "\n".join(file.read_text(encoding="utf-8") for file in files)
        parts.append(f"@layer {layer} {{\n{text}\n}}" if layer else text)
    return _shortened(rcssmin.cssmin("\n".join(parts)))


def _shortened(text: str) -> str:
    """Primitive tokens put in place, so that they weigh nothing; the names of the others cut to letters."""
    for name, value in _primitives().items():
        text = text.replace(f"var(--{name})", value)
    short = _short_names()
    return _TOKEN.sub(lambda found: short[found[0]], text)


def _primitives() -> dict[str, str]:
    return dict(_PRIMITIVE.findall((HERE / "styles/primitives.css").read_text(encoding="utf-8")))


def _short_names() -> dict[str, str]:
    """--lp-ink → --A and so on: the same in every bundle, since tokens.css gives the order."""
    tokens = dict.fromkeys(_TOKEN.findall((HERE / "styles/tokens.css").read_text(encoding="utf-8")))
    letters = [*ascii_uppercase, *(f"A{letter}" for letter in ascii_uppercase)]
    return {token: f"--{short}" for token, short in zip(tokens, letters, strict=False)}


def js(bundle: str) -> str:
    """One script bundle, minified; every script is closed in itself and asks nothing of its neighbours."""
    files = _of_components(bundle, "script.js")
    return "\n".join(rjsmin.jsmin(file.read_text(encoding="utf-8")) for file in files)


def _sources() -> Iterator[Path]:
    yield Path(__file__)
    yield from HERE.glob("styles/*.css")
    yield from HERE.glob("components/*/style.css")
    yield from HERE.glob("components/*/script.js")


def _made_from() -> str:
    """The sources' names and contents in short; their times say nothing in a release that was unpacked."""
    digest = hashlib.sha256()
    for source in sorted(_sources()):
        content = source.read_bytes()
        digest.update(f"{source.relative_to(HERE).as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _stamp() -> Path:
    return output() / "made-from"


def is_stale() -> bool:
    """True if a bundle is missing or was made from other sources than these."""
    if not all((output() / name).exists() for name in names()) or not _stamp().exists():
        return True
    return _stamp().read_text() != _made_from()


def build() -> list[Path]:
    """Write all bundles."""
    written, made_from = [], _made_from()
    for name in names():
        bundle, kind = Path(name).stem, Path(name).suffix
        target = output() / name
        replace(target, (css(bundle) if kind == ".css" else js(bundle)).encode())
        written.append(target)
    replace(_stamp(), made_from.encode())
    return written


def build_if_stale() -> None:
    if is_stale():
        build()
