"""Shorter names for the files of an index, since the list of all of them is part of every search.

Pagefind names each file after a hash of what it holds, seven signs that no compression shortens: at
5,000 commitments the list weighed 36 kB, and with these names 20 kB. The version in front changes
whenever anything does, so a browser never takes a kept file of an older index for a new one.
"""

import gzip
import hashlib
import re
from pathlib import Path

FOLDERS = {"fragment": "pf_fragment", "index": "pf_index"}
# A name as CBOR has it: a text (0x60) of ten signs.
_NAME = re.compile(rb"\x6a([a-z]{2}_[0-9a-f]{7})")
_TEXT = 0x60


def shorten_names(output: Path) -> None:
    """Numbers the files of an index in the order of their list, and writes that list anew.

    Raises ValueError where list and files do not fit, as with another version of Pagefind.
    """
    (path,) = output.glob("*.pf_meta")
    listed = gzip.decompress(path.read_bytes())
    files = {file.stem: file for folder in FOLDERS for file in (output / folder).iterdir()}
    names = _new_names(listed, files)
    if names.keys() != files.keys():
        raise ValueError(f"{len(files)} files, {len(names)} names")
    for name, file in files.items():
        file.rename(file.with_name(f"{names[name]}{file.suffix}"))

    def write(found: re.Match[bytes]) -> bytes:
        name = names.get(found[1].decode(), "").encode()
        return bytes([_TEXT + len(name)]) + name if name else found[0]

    path.write_bytes(gzip.compress(_NAME.sub(write, listed), mtime=0))


def number_of(name: str) -> int:
    """The place of a record in the list, by the new name of its file."""
    return int(name.rpartition("-")[2])


def _new_names(listed: bytes, files: dict[str, Path]) -> dict[str, str]:
    version = hashlib.sha256(listed).hexdigest()[:6]
    names: dict[str, str] = {}
    counts = dict.fromkeys(FOLDERS, 0)
    for found in _NAME.findall(listed):
        name = found.decode()
        if name in files and name not in names:
            folder = files[name].parent.name
            names[name] = f"{version}-{counts[folder]}"
            counts[folder] += 1
    return names
