"""Whether an image is what its name says, not too large, still, and silent on where it was taken;
how large it is shown, and a smaller file that shows the same.

Formats are Pillow's; nothing else than the allowed ones is ever tried on a file.
"""

import io
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from renaksi.problem import Message, Place, Problem

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
MAX_SIDE = 4_000
_GPS = 0x8825  # the EXIF block with the place of a photograph
_UNREADABLE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Warning)


def find_image_problem(root: Path, path: str) -> Problem | None:
    """What is wrong with the image at `path` (from `root`), if anything is.

    The size is read from the header first, so a small file that unpacks to gigabytes is refused
    before it is unpacked.
    """
    expected = FORMATS[Path(path).suffix]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(root / path, formats=tuple(set(FORMATS.values()))) as image:
                return _find(path, image, expected)
    except _UNREADABLE:
        return _refuse(
            path,
            "image-type",
            f"Isi berkas ini bukan gambar {expected} yang utuh; simpan ulang gambarnya.",
            f"This file is no intact {expected} image; save the image again.",
        )


def _find(path: str, image: Image.Image, expected: str) -> Problem | None:
    if image.format != expected:
        return _refuse(
            path,
            "image-type",
            f"Menurut namanya gambar ini {expected}, tetapi isinya {image.format}; "
            "samakan nama dan isinya.",
            f"By its name this image is {expected}, but it holds {image.format}; make them agree.",
        )
    width, height = image.size
    if max(width, height) > MAX_SIDE:
        return _refuse(
            path,
            "image-dimensions",
            f"Sisi gambar paling panjang {MAX_SIDE} piksel, bukan {width} x {height}; "
            "perkecil gambarnya.",
            f"The sides of an image may have {MAX_SIDE} pixels at most, not {width} x {height}; "
            "make it smaller.",
        )
    if getattr(image, "is_animated", False):
        return _refuse(
            path,
            "image-still",
            "Gambar tidak boleh bergerak, karena mengganggu pembaca.",
            "An image must not move, because it disturbs readers.",
        )
    image.load()
    if image.getexif().get_ifd(_GPS):
        return _refuse(
            path,
            "image-place",
            "Foto ini menyimpan tempat pengambilannya; hapus data lokasinya sebelum diunggah.",
            "This photograph tells where it was taken; remove its location before uploading it.",
        )
    return None


@dataclass(frozen=True)
class Picture:
    """An image as pages show it; `webp` holds the same in fewer bytes, where there are fewer."""

    width: int
    height: int
    webp: bytes | None = None


def find_pictures(root: Path, paths: Iterable[str]) -> dict[str, Picture]:
    """Every image among the files of a root, by its path."""
    return {path: _picture(root / path) for path in sorted(paths) if Path(path).suffix in FORMATS}


def _picture(path: Path) -> Picture:
    with Image.open(path) as image:
        upright = ImageOps.exif_transpose(image)
        width, height = upright.size
        if image.format == "WEBP":
            return Picture(width, height)
        held = io.BytesIO()
        drawn = image.format == "PNG"  # every pixel of a drawing is meant
        if upright.mode not in ("RGB", "RGBA"):
            upright = upright.convert("RGBA" if "transparency" in image.info else "RGB")
        upright.save(held, "WEBP", lossless=drawn, quality=80)
    content = held.getvalue()
    return Picture(width, height, content if len(content) < path.stat().st_size else None)


def _refuse(path: str, rule: str, id: str, en: str) -> Problem:
    return Problem(Place(path), rule, Message(id=id, en=en))
