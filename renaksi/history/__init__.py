"""What became of each entry since its first commit, found by comparing models and not text."""

from collections.abc import Mapping
from pathlib import Path

from renaksi.commits import find_memory
from renaksi.corpus import Corpus
from renaksi.events import History
from renaksi.history.memory import Memory, fingerprint
from renaksi.history.read import read_history
from renaksi.publish.words import Words

__all__ = ["Memory", "find_history", "read_history"]


def find_history(root: Path, corpus: Corpus, words: Mapping[str, Words]) -> History:
    """The history of the corpus of `root`, with what is remembered of it in its repository.

    Raises RevisionError where the repository does not have all of it.
    """
    return read_history(root, corpus, words, Memory(find_memory(root), fingerprint(words)))
