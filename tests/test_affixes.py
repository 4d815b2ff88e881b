"""Indonesian affixes: roots are found, families keep together, browsers strip by the same rules."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renaksi.publish.words import FOLDER, load_words
from renaksi.search.affixes import PREFIXES, SHAPE, SUFFIXES, WHOLE, find_families, find_stems
from renaksi.search.forms import word_files
from tests.golden import ROOT

pytest_plugins = ("tests.browsing",)

ROOTS = {
    "buka": "terbuka membuka dibuka pembuka keterbukaan pembukaan membukakan bukalah",
    "susun": "menyusun disusun penyusun penyusunan tersusun susunan menyusunnya",
    "pilih": "memilih dipilih pemilih pemilihan terpilih pilihan",
    "kirim": "mengirim dikirim pengirim pengiriman terkirim kiriman mengirimkan",
    "tulis": "menulis ditulis penulis penulisan tertulis tulisan menuliskan tulisannya",
    "layan": "melayani dilayani pelayan pelayanan layanan layanannya",
    "atur": "mengatur diatur pengatur peraturan aturan teratur aturannya",
    "anggar": "anggaran penganggaran menganggarkan dianggarkan anggarannya",
    "adil": "keadilan mengadili pengadilan seadil",
    "guna": "menggunakan digunakan pengguna penggunaan berguna kegunaan",
    "sahkan": "mengesahkan pengesahkan",
    "kerja": "bekerja pekerja pekerjaan mengerjakan dikerjakan",
    "ajar": "belajar pelajar mengajar diajarkan pengajar ajaran",
    "kementerian": "kementerian-kementerian kementeriannya",
}
CASES = [(root, word) for root, words in ROOTS.items() for word in words.split()]
WORDS = st.text("abdegikmnprstuy-", min_size=1, max_size=18)


@pytest.mark.parametrize(("root", "word"), CASES)
def test_root_is_among_the_stems_of_its_forms(root: str, word: str) -> None:
    assert root in find_stems(word)


@pytest.mark.parametrize("root", ROOTS)
def test_forms_of_a_root_are_one_family(root: str) -> None:
    every = [word for words in ROOTS.values() for word in words.split()]
    [family] = [each for each in find_families(every) if root in each.roots]
    assert set(family.forms) >= set(ROOTS[root].split()) - {"seadil"}


def test_two_roots_stay_apart() -> None:
    families = find_families([word for words in ROOTS.values() for word in words.split()])
    place = {form: each.roots for each in families for form in each.forms}
    assert place["terbuka"] != place["tertulis"]
    assert place["pemilihan"] != place["pengiriman"]


def test_a_word_without_relatives_can_be_reached_by_its_root() -> None:
    [family] = find_families(["kesehatan"])
    assert "sehat" in family.roots


def test_words_that_only_look_like_forms_stay_alone() -> None:
    families = find_families(["masa", "masalah", "perangkat", "angkat"], WHOLE)
    assert not [each for each in families if len(each.forms) > 1]


@given(WORDS)
def test_stems_are_the_word_and_shorter_than_what_was_cut(word: str) -> None:
    stems = find_stems(word)
    assert word in stems
    assert all(len(stem) <= len(word) for stem in stems)
    assert all(len(stem) > 2 for stem in stems - {word, *word.split("-")})


@given(
    st.sampled_from(sorted(ROOTS)),
    st.sampled_from(["ber", "ter", "di", "ke", "se"]),
    st.sampled_from(["", "kan", "an", "i", "nya", "lah", "kannya"]),
)
def test_any_prefix_and_suffix_come_off_again(root: str, prefix: str, suffix: str) -> None:
    assert root in find_stems(f"{prefix}{root}{suffix}")


@given(st.lists(WORDS, max_size=30, unique=True))
@settings(max_examples=60)
def test_families_hold_each_word_once_and_do_not_depend_on_order(words: list[str]) -> None:
    families = find_families(words)
    forms = [form for each in families for form in each.forms]
    assert len(forms) == len(set(forms))
    assert set(forms) <= set(words)
    assert find_families(list(reversed(words))) == families


def test_files_of_words_have_every_word_and_no_number() -> None:
    text = "Keterbukaan, 2018: e-legislasi (terbuka) dan zakat."
    files = word_files([text], "id", ["dan"])
    assert list(files) == ["b"]
    lines = files["b"].split("\n")
    assert "buka,terbuka:keterbukaan terbuka" in lines
    found = {word for line in lines for word in line.rpartition(":")[2].split()}
    assert found == {"keterbukaan", "terbuka", "e-legislasi", "dan", "zakat"}


def test_many_words_are_divided_so_that_a_query_loads_few() -> None:
    texts = [
        f"{first}{a}{b}{c}" for first in "abcdefgh" for a in "kst" for b in "aiu" for c in VOWELS
    ]
    files = word_files([f"{text}x{number}ya" for text in texts for number in range(9)], "en", [])
    assert len(files) > 1
    assert max(map(len, files.values())) < 60_000


VOWELS = "aeioubcdfghjklmnpqrst"


def test_english_has_no_families() -> None:
    assert word_files(["opens opening"], "en", []) == {"o": "opening opens"}


def test_browser_strips_as_the_build_does(new_page) -> None:
    words = [word for _, word in CASES]
    words += sorted(WHOLE)
    words += ["berkementerian-kementerian", "di-x", "memperjuangkannya", "se", "ke", "Été"]
    tables, _ = load_words(ROOT / "theme" / FOLDER)
    words += tables["id"].t("search.ignored").split()
    page = new_page("tentang/")
    rules = {"prefixes": PREFIXES, "suffixes": SUFFIXES, "shape": SHAPE}
    found = page.evaluate(
        """async ([words, rules]) => {
            const sheet = document.querySelector('link[rel=stylesheet]').href;
            const { stemsOf } = await import(sheet.replace('site.css', 'search/words.js'));
            return words.map((word) => [...stemsOf(word, rules)].sort());
        }""",
        [words, rules],
    )
    assert found == [sorted(find_stems(word)) for word in words]
