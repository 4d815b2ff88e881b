"""Everything in one file, and the checksums by which a copy can be told to be whole."""

import zipfile
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO

from renaksi.export.output import Files
from renaksi.export.publication import Publication

# The oldest that the format can hold: the archive then depends on its content alone.
_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_UNIX = 3
CHECKSUMS = "SHA256SUMS"
FOLDER = "renaksi"


def build_archive(publication: Publication, made: Mapping[str, bytes]) -> Files:
    """A zip of all files for machines at their paths, with their checksums."""
    found = BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted({**made, CHECKSUMS: checksums(made)}.items()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{path}", _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, content)
    yield f"data/{FOLDER}.zip", found.getvalue()


def build_checksums(publication: Publication, made: Mapping[str, bytes]) -> Files:
    """The checksums of all files, those of the archive among them."""
    yield f"data/{CHECKSUMS}", checksums(made)


def checksums(made: Mapping[str, bytes]) -> bytes:
    """Lines as `sha256sum --check` reads them, with paths from the root of the site."""
    lines = (f"{sha256(content).hexdigest()}  {path}\n" for path, content in sorted(made.items()))
    return "".join(lines).encode()
