"""The parser of the command line, whose complaints are in both languages."""

import argparse
import re
from typing import NoReturn

from renaksi import report

# What argparse says, and the same in Indonesian; `{0}` is what its sentence names.
_SENTENCES = {
    r"the following arguments are required: (.+)": "harus ditulis juga: {0}",
    r"unrecognized arguments: (.+)": "pilihan atau argumen ini tidak dikenal: {0}",
    r"ambiguous option: (.+)": "pilihan ini dapat berarti beberapa hal: {0}",
    r"invalid choice: (\S+) \(.*choose from (.+)\)": "{0} tidak dikenal; yang ada: {1}",
    r"expected (?:one|at least one) argument": "sesudahnya harus ada isinya",
    r"ignored explicit argument (.+)": "tidak boleh diberi isi: {0}",
    r"not allowed with argument (.+)": "tidak boleh bersama {0}",
}


class Parser(argparse.ArgumentParser):
    """An argument parser for people who may not read English."""

    def error(self, message: str) -> NoReturn:
        """Says what is wrong in Indonesian and English, and exits with 2."""
        self.exit(2, f"{report.printable(_both(message))}\nLihat / see: {self.prog} --help\n")


def _both(message: str) -> str:
    """`--format: harus ... / must ...`: what the complaint is about stands before both."""
    named = re.fullmatch(r"argument (.+?): (.+)", message, re.DOTALL)
    about, sentence = named.groups() if named else ("", message)
    before = f"{about}: " if about else ""
    for pattern, words in _SENTENCES.items():
        found = re.fullmatch(pattern, sentence, re.DOTALL)
        if found:
            return f"{before}{words.format(*found.groups())}. / {sentence}."
    return f"{before}{sentence}"
