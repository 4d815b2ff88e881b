"""Real images, made by Pillow: good ones pass, and every bad one is named for what it is."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image

from renaksi import images
from renaksi.layout import IMAGES
from tests import cases, golden, trees


def encode(form: str, size: tuple[int, int] = (40, 30), **options: Any) -> bytes:
    held = BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(held, form, **options)
    return held.getvalue()


def photograph_with_place() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "S"
    return encode("JPEG", exif=exif)


def moving() -> bytes:
    frames = [Image.effect_noise((9, 9), 50) for _ in range(2)]
    held = BytesIO()
    frames[0].save(held, "WEBP", save_all=True, append_images=frames[1:])
    return held.getvalue()


def bomb(side: int) -> bytes:
    """A PNG of a few bytes whose header claims a huge picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def rules(folder: Path, name: str, content: bytes) -> list[str]:
    root = cases.lay_out({"hex": {f"{IMAGES}{name}": content.hex()}}, folder)
    return [line.rsplit("[", 1)[1].split("]")[0] for line in cases.problems_of(root)]


@pytest.mark.parametrize(
    ("name", "form"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.jpeg", "JPEG"), ("a.webp", "WEBP")]
)
def test_good_image_passes(tmp_path: Path, name: str, form: str) -> None:
    assert rules(tmp_path, name, encode(form)) == []


def test_image_of_the_longest_side_passes(tmp_path: Path) -> None:
    thin = encode("PNG", (images.MAX_SIDE, 1))
    assert rules(tmp_path, "thin.png", thin) == []


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("html.png", b"<!doctype html><script>alert(1)</script>", "image-type"),
        ("empty.png", b"", "image-type"),
        ("other.png", encode("JPEG"), "image-type"),
        ("gif.webp", encode("GIF"), "image-type"),
        ("cut.jpg", encode("JPEG")[:-200], "image-type"),
        ("cut.png", encode("PNG")[:-200], "image-type"),
        ("wide.png", encode("PNG", (images.MAX_SIDE + 1, 1)), "image-dimensions"),
        ("large.png", bomb(9_000), "image-dimensions"),
        ("bomb.png", bomb(60_000), "image-type"),
        ("place.jpg", photograph_with_place(), "image-place"),
        ("moving.webp", moving(), "image-still"),
    ],
)
def test_bad_image_is_refused(tmp_path: Path, name: str, content: bytes, rule: str) -> None:
    assert rules(tmp_path, name, content) == [rule]


def turned(size: tuple[int, int]) -> bytes:
    """A photograph that lies on its side."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    return encode("JPEG", size, exif=exif)


def test_images_on_pages_have_their_size_and_come_late_in_fewer_bytes(tmp_path: Path) -> None:
    drawing = BytesIO()
    Image.new("RGB", (300, 200), "teal").save(drawing, "PNG", compress_level=0)
    files = {
        "drawing.png": drawing.getvalue(),
        "photo.jpg": turned((60, 40)),
        "small.webp": encode("WEBP"),
    }
    text = "".join(f"\n![x](../../assets/images/{name})\n" for name in files)
    narrative = "content/commitments/2030-2031/02-empty-sky.md"
    root = cases.lay_out(
        {"hex": {f"{IMAGES}{name}": content.hex() for name, content in files.items()}}, tmp_path
    )
    with (root / narrative).open("a", encoding="utf-8") as file:
        file.write(text)
    site = golden.build(root, tmp_path / "site", seed=1)
    found = {}
    for page in ("komitmen/2030-2031/02-empty-sky", "en/commitments/2030-2031/02-empty-sky"):
        for image in trees.elements(site / page / "index.html", "img"):
            if image.get("loading") == "lazy":
                source = site / page / image.attrib["src"]
                with Image.open(source) as shown:
                    size = shown.size
                assert (image.attrib["width"], image.attrib["height"]) == tuple(map(str, size))
                found[source.name] = size
    assert found["drawing.png.webp"] == (300, 200)
    assert found["small.webp"] == (40, 30)
    # Turned upright; whether WebP is smaller depends on the picture.
    [photo] = [size for name, size in found.items() if name.startswith("photo.jpg")]
    assert photo == (40, 60)
    assert (site / "assets/images/drawing.png").read_bytes() == files["drawing.png"]
    assert (site / "assets/images/drawing.png.webp").stat().st_size < len(files["drawing.png"])
