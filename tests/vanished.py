"""Published addresses that a change lets vanish: `make addresses AGAINST=REV`.

The ids of entries are looked after by `renaksi check --against`; this looks at every file that has
an address, such as a page that a changed word moves, a schema or a citation. What comes and goes
with its content has no permanent address: the pages of a facet's value, the further pages of a long
list, and the files that pages load (`assets/`, `pagefind/`).

`python -m tests.vanished REV SITE` builds the state at which the work tree left REV and compares.
"""

import re
import sys
import tempfile
from pathlib import Path

from renaksi.publish.words import FOLDER, load_words
from renaksi.revision import find_merge_base
from tests.golden import ROOT
from tests.states import build_revision

_PAGE = "index.html"
_LOADED = ("assets/", "pagefind/")
_NUMBERED = "|".join(
    table.t("path.page") for table in load_words(ROOT / "theme" / FOLDER)[0].values()
)
_PASSING = re.compile(rf"page--facet|/({_NUMBERED})/\d+/index\.html$")
_UNBUILT = (
    "Keadaan sebelumnya tidak dapat dibangun di sini, jadi alamat tidak dibandingkan. / "
    "The state before cannot be built here, so addresses are not compared."
)
_LOST = (
    "Alamat ini sudah terbit dan tidak boleh hilang. Kembalikan, atau alihkan lewat "
    "data/redirects.yaml. / This address is published and must not vanish. Bring it back, or "
    "redirect it in data/redirects.yaml."
)


def find_vanished(before: Path, after: Path) -> list[str]:
    """Addresses of `before`, from the site's root, that `after` does not answer."""
    gone = []
    for path in sorted(before.rglob("*")):
        name = path.relative_to(before).as_posix()
        if path.is_dir() or name.startswith(_LOADED) or (after / name).is_file():
            continue
        if path.name != _PAGE or not _PASSING.search(f"{path.read_text('utf-8')}/{name}"):
            gone.append(name.removesuffix(_PAGE))
    return gone


def main(revision: str, site: Path) -> int:
    """Prints what vanished; 1 if anything did."""
    with tempfile.TemporaryDirectory() as temporary:
        before = build_revision(find_merge_base(ROOT, revision), Path(temporary))
        if before is None:
            print(_UNBUILT)
            return 0
        gone = find_vanished(before, site)
    for address in gone:
        print(f"/{address}: {_LOST}")
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
