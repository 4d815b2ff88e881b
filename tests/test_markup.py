"""Links and images in Markdown, seen without converting it."""

import pytest

from renaksi.markup import LONGEST_LABEL, find_links, without_code

LABEL = "a" * LONGEST_LABEL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b)", [("b", False)]),
        ("![a](b)", [("b", True)]),
        (r"![a \] b](c)", [("c", True)]),
        (r"\![a](b)", [("b", False)]),
        ("![a [b](c)](d)", [("c", False), ("d", True)]),
        ("![A  b]\n\n[a B]: c\n[d]: e\n", [("c", True), ("e", False)]),
        ("![a][B c]\n\n[b C]: d\n", [("d", True)]),
        ("a ] ![b](c)", [("c", True)]),
    ],
)
def test_links_are_told_from_images(text: str, expected: list[tuple[str, bool]]) -> None:
    found = list(find_links(text))
    assert [(link.target, link.is_image) for link in found] == expected
    assert all(text.startswith(link.target, link.offset) for link in found)


def test_label_of_an_image_is_read_up_to_its_bound() -> None:
    assert [link.is_image for link in find_links(f"![{LABEL}]\n\n[{LABEL}]: b")] == [True]
    assert [link.is_image for link in find_links(f"![{LABEL}a]\n\n[{LABEL}a]: b")] == [False]


def test_code_becomes_blanks_of_the_same_length() -> None:
    text = "a `[b](c)` d\n```\n[e](f)\n```\ng"
    assert without_code(text) == "a          d\n   \n      \n   \ng"
