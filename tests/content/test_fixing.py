import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.fixing import Change, fix_file
from tests.content.sample_texts import TEXTS

PAPER = "flows/paper.yaml"
NASTY = st.sampled_from([
    *"\t\r\n \u00a0\u00ad\u200b\u200c\ufeff\u2028\u0085\x07“”«»\"'\\:-|#{}é",
    "a: ", "text: |\n", "  - ", "\r\n", "نص", "\t\t",
])  # fmt: skip
FILES = st.sampled_from([PAPER, "places/antwerp.yaml", "tone/ar.yaml", "talks/paper.talk", "interface.yaml"])


def _letters(text: str) -> str:
    """Return what a person reads: no spaces, no controls, no quotes."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] not in "CZ" and sign not in '"“”«»„‘’‚')


@given(FILES, st.lists(NASTY, max_size=40).map("".join))
def test_mending_twice_changes_nothing_more_and_never_a_word(file: str, text: str) -> None:
    once, changes = fix_file(file, text.encode())
    assert fix_file(file, once) == (once, ())
    assert _letters(once.decode()) == _letters(text)
    assert bool(changes) == (once != text.encode())


@given(FILES, st.text())
def test_any_text_can_be_mended_and_then_is(file: str, text: str) -> None:
    once, _ = fix_file(file, text.encode())
    assert fix_file(file, once) == (once, ())


@pytest.mark.parametrize("file", [file for file in TEXTS if not file.endswith(".tsv")])
def test_a_file_without_a_fault_stays_as_it_is(file: str) -> None:
    assert fix_file(file, TEXTS[file].encode()) == (TEXTS[file].encode(), ())


def test_a_file_that_is_not_utf8_stays_as_it_is() -> None:
    assert fix_file(PAPER, b"text: d\xe9j\xe0 ") == (b"text: d\xe9j\xe0 ", ())


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("\ufeffa: b\n", "a: b\n", 1, "removed the byte order mark"),
        ("a: b\r\n", "a: b\n", 0, "changed the line ends of Windows to those of YAML"),
        ("a: b", "a: b\n", 1, "added the line end that was missing"),
        ("a:\n\tb: c\n", "a:\n  b: c\n", 2, "replaced tabs by spaces"),
        ("a: b \n", "a: b\n", 1, "removed spaces at the end"),
        ("a\u00a0: b\n", "a : b\n", 1, "replaced or removed an invisible character"),
        ("a: b\u200bc\n", "a: bc\n", 1, "replaced or removed an invisible character"),
        ("a: “b, c”\n", 'a: "b, c"\n', 1, "made curly quotes straight"),
        ("a: b\x07\n", "a: b\n", 1, "removed a control character"),
    ],
)
def test_each_mend_is_said_with_its_line(old: str, new: str, line: int, what: str) -> None:
    assert fix_file(PAPER, old.encode()) == (new.encode(), (Change(PAPER, line, what),))


def test_words_of_other_languages_keep_the_joiners_they_need() -> None:
    place = "a:\n  name: {fa: خانه\u200cها}\n  text: |\n    خانه\u200cها\n"
    assert fix_file("places/a.yaml", place.encode()) == (place.encode(), ())
    assert fix_file("places/a.yaml", "a:\n  ki\u200cnds: legal\n".encode())[0] == b"a:\n  kinds: legal\n"


def test_curly_quotes_inside_a_text_are_left_alone() -> None:
    text = 'a: |\n  b: “c”\nb: say “c”\nc: “d "e" f”\n'
    assert fix_file(PAPER, text.encode()) == (text.encode(), ())


def test_the_line_of_a_change_is_that_of_the_mended_file() -> None:
    new, changes = fix_file(PAPER, b"a: b\r\nc: d \r\n")
    assert new.decode().splitlines()[changes[-1].line - 1] == "c: d"
    assert re.match(r"removed", changes[-1].what)
