"""Accepts what the invented corpus now publishes as the expected output: `make bless`."""

import sys
import tempfile
from pathlib import Path

from tests import golden


def main() -> int:
    """Writes `tests/expected/` anew and says what changed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = golden.build(golden.CORPUS, folder / "site", seed=1)
        outputs = golden.outputs(site, folder)
    golden.EXPECTED.mkdir(exist_ok=True)
    old = {path.name: path.read_bytes() for path in golden.EXPECTED.iterdir()}
    for name in sorted(old.keys() - outputs.keys()):
        (golden.EXPECTED / name).unlink()
    for name, content in outputs.items():
        (golden.EXPECTED / name).write_bytes(content)
    changed = sorted(
        name for name in old.keys() | outputs.keys() if old.get(name) != outputs.get(name)
    )
    sys.stdout.write(f"{len(changed)} changed in tests/expected/: {', '.join(changed) or '-'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
