"""Drawn pictures in place of photographs: plainly drawings, so that nobody takes them for evidence."""

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

SIZE = (960, 720)
_HEAP = ("#2d2d30", "#d8d3c4", "#9b4d3a", "#5a7d9a")
_GROUND = {
    "road": ("#b9c4c9", "#5c5f63"),
    "lamp": ("#1f2a44", "#14182a"),
    "waste": ("#c9d3c0", "#8c8467"),
    "drain": ("#c4ccd0", "#7d7f78"),
    "water": ("#d6dde0", "#9fb1b5"),
}


def picture(subject: str, random: Random, *, mended: bool = False) -> bytes:
    """A JPEG of the subject: as reported, or mended."""
    sky, ground = _GROUND.get(subject, _GROUND["road"])
    image = Image.new("RGB", SIZE, sky)
    draw = ImageDraw.Draw(image)
    horizon = 300 + random.randrange(60)
    draw.rectangle((0, horizon, *SIZE), fill=ground)
    for _ in range(5):
        x, width, height = random.randrange(SIZE[0]), 80 + random.randrange(120), 60 + random.randrange(150)
        shade = random.choice(("#8f9aa0", "#a69d8f", "#77838a", "#9aa38c"))
        draw.rectangle((x, horizon - height, x + width, horizon), fill=shade)
    _DRAW.get(subject, _road)(draw, random, mended)
    draw.text((24, SIZE[1] - 36), "Gambar contoh", fill="#ffffff")
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=80)
    return buffer.getvalue()


def _road(draw: ImageDraw.ImageDraw, random: Random, mended: bool) -> None:
    for y in range(360, 720, 90):
        draw.polygon([(470, y), (490, y), (500, y + 50), (460, y + 50)], fill="#e6e2d3")
    x, y = 260 + random.randrange(300), 470 + random.randrange(100)
    if mended:
        draw.rectangle((x - 150, y - 40, x + 150, y + 60), fill="#3c3e41")
        return
    draw.ellipse((x - 140, y - 45, x + 140, y + 60), fill="#3a3733")
    draw.ellipse((x - 105, y - 22, x + 100, y + 45), fill="#6d6a5e")


def _lamp(draw: ImageDraw.ImageDraw, random: Random, mended: bool) -> None:
    for x in (200, 480, 760):
        draw.rectangle((x, 180, x + 10, 560), fill="#4c5261")
        draw.rectangle((x, 180, x + 70, 190), fill="#4c5261")
        light = "#ffe9a8" if mended else "#2c3142"
        draw.ellipse((x + 50, 178, x + 90, 206), fill=light)
        if mended:
            draw.polygon([(x + 50, 206), (x + 90, 206), (x + 170, 560), (x - 30, 560)], fill="#4a4a52")


def _waste(draw: ImageDraw.ImageDraw, random: Random, mended: bool) -> None:
    draw.rectangle((300, 380, 660, 560), fill="#3f6b4f")
    for _ in range(6 if mended else 70):
        x, y, r = 180 + random.randrange(600), 420 + random.randrange(220), 14 + random.randrange(30)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=random.choice(_HEAP))
    if mended:
        draw.rectangle((290, 370, 670, 390), fill="#2f5440")


def _drain(draw: ImageDraw.ImageDraw, random: Random, mended: bool) -> None:
    draw.polygon([(380, 330), (580, 330), (760, 720), (200, 720)], fill="#5d5a50")
    draw.polygon([(420, 340), (540, 340), (660, 720), (300, 720)], fill="#7fa3ad" if mended else "#4a4234")


def _water(draw: ImageDraw.ImageDraw, random: Random, mended: bool) -> None:
    draw.rectangle((430, 200, 530, 260), fill="#8a8f92")
    draw.rectangle((465, 260, 495, 420), fill="#a8d4e2" if mended else "#a8895f")
    draw.ellipse((330, 400, 630, 620), fill="#e7edef")
    draw.ellipse((350, 420, 610, 520), fill="#a8d4e2" if mended else "#b09468")


def _decree(draw: ImageDraw.ImageDraw, random: Random, mended: bool) -> None:
    draw.rectangle((260, 40, 700, 680), fill="#fbfaf5")
    draw.rectangle((380, 90, 580, 100), fill="#3b3d40")
    for y in range(140, 560, 24):
        draw.rectangle((310, y, 600 + random.randrange(60), y + 6), fill="#9a9a94")
    draw.ellipse((540, 570, 630, 660), outline="#5b4a8a", width=5)


_DRAW = {"decree": _decree, "road": _road, "lamp": _lamp, "waste": _waste, "drain": _drain, "water": _water}
