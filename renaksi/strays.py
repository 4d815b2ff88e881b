"""What to say of a file in `content/` or `data/` that nothing reads."""

from collections.abc import Collection

from renaksi import layout
from renaksi.problem import Message


def tell_stray(path: str, known: Collection[str]) -> Message:
    """What is probably wrong with a file that nothing reads; `known` are those that are there."""
    source = layout.primary_path(path)
    translates = any(each.prose and each.regex.fullmatch(source) for each in layout.LAYOUT)
    if translates and source not in known:
        return Message(
            id=f'Terjemahan ini tidak dibaca karena berkas bahasa Indonesianya, "{source}", '
            "tidak ada; buat berkas itu atau perbaiki nama berkas ini.",
            en=f'This translation is not read because its Indonesian file, "{source}", '
            "does not exist; write that file or mend the name of this one.",
        )
    patterns = [place.pattern for place in layout.LAYOUT]
    return Message(
        id="Berkas ini tidak dibaca; periksa nama dan foldernya.",
        en="Nothing reads this file; check its name and folder.",
    ).hint(path, [each for each in patterns if "*" not in each and each not in known])
