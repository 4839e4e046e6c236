"""A form changes the keys it was asked to change, and no other sign of the file."""

import difflib
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.marks import read_yaml
from bot.editors.entry_text import Value, add_entry, change_entry, values_of

CONTENT = Path(__file__).parents[2] / "content"
FILES = [CONTENT / "facts.yaml", *sorted((CONTENT / "places").glob("*.yaml"))]
ORDER = (
    "name",
    "kinds",
    "value",
    "in",
    "street",
    "serves",
    "phones",
    "languages",
    "sources",
    "seen",
    "checked",
    "note",
)
ENTRIES = [
    (file.relative_to(CONTENT).as_posix(), name)
    for file in FILES
    for name in re.findall(r"^([a-z][\w.-]*):$", file.read_text(), re.MULTILINE)
]

EXAMPLE = """\
# At the top of the file.

first:
  name: {en: Desk, nl: 'Loket'}     # by language
  street:   "Lange Straat 1"   # kept
  # Between two keys.
  serves: [2000, 2018]
  note: >-
    A long note
    on two lines.

  # Below the note.
  seen: 2026-11-21


second:
  name:
    en: Line
    # In the names.
    nl: Lijn
  note: |   # a block
    One.

    Two.
# At the end.
"""


def changed(entry: str, **changes: Value | None) -> str:
    """Return the lines that differ, as a diff shows them."""
    before, after = EXAMPLE, change_entry(EXAMPLE.encode(), entry, changes, ORDER).decode()
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def test_a_value_is_replaced_and_its_comment_stays() -> None:
    """Spaces before the comment too."""
    assert changed("first", street="Korte Straat 2") == (
        '-  street:   "Lange Straat 1"   # kept\n+  street: Korte Straat 2   # kept'
    )


def test_lists_and_languages_keep_their_form() -> None:
    """Between brackets, or one a line, as they were."""
    assert changed("first", serves=("2000", "9000"))[-22:] == "+  serves: [2000, 9000]"[-22:]
    assert "+  name: {en: 'Desk, new'" not in changed("first", name={"en": "Desk, new", "fr": "Guichet"})
    assert changed("first", name={"en": "Desk, new", "fr": "Guichet"}).endswith(
        '+  name: {en: "Desk, new", fr: Guichet}     # by language'
    )
    assert changed("second", name={"en": "Line", "nl": "Telefoon", "fr": "Ligne"}) == (
        "-    nl: Lijn\n+    nl: Telefoon\n+    fr: Ligne"
    )


def test_a_new_key_comes_behind_its_neighbours_and_a_removed_one_leaves_with_its_lines() -> None:
    """Comments between keys stay."""
    assert changed("first", phones=("+3232011690",)) == '+  phones: "+3232011690"'
    assert changed("first", note=None) == "-  note: >-\n-    A long note\n-    on two lines."
    assert changed("second", note=None) == "-  note: |   # a block\n-    One.\n-\n-    Two."


def test_texts_of_several_lines_stand_in_a_block() -> None:
    """And a long one is folded, as in the rest of the content."""
    assert changed("second", note="One.\n\nThree.") == "-    Two.\n+    Three."
    long = "A sentence that goes on. " * 8
    assert changed("first", note=long.strip()).splitlines()[2:][0].startswith("+    A sentence that goes on. A")
    assert changed("first", street="one\ntwo").endswith("+  street: |   # kept\n+    one\n+    two")


@pytest.mark.parametrize(
    "text", ["112", "yes", "1.50 EUR", "+32 2", "a: b", "a #b", "- a", "{x}", "@", "'", '"', "~", "x:"]
)
def test_texts_that_yaml_would_take_for_something_else_are_quoted(text: str) -> None:
    """Every program that reads the file gets the same text."""
    data = change_entry(EXAMPLE.encode(), "first", {"street": text}, ORDER)
    node, issues = read_yaml("", data)
    assert node is not None
    assert not issues
    assert node.plain()["first"]["street"] == text


def test_windows_line_ends_and_a_byte_order_mark_stay() -> None:
    """A file saved by Notepad stays one."""
    data = b"\xef\xbb\xbf" + EXAMPLE.replace("\n", "\r\n").encode()
    after = change_entry(data, "first", {"street": "one\ntwo"}, ORDER)
    assert after.startswith(b"\xef\xbb\xbf#")
    assert after.count(b"\n") == after.count(b"\r\n") == EXAMPLE.count("\n") + 2


@pytest.mark.parametrize("text", ["first: {name: {en: x}}\n", "first:\n", "first:\n  a: b\r\nc: d\n", "first: [\n"])
def test_what_cannot_be_changed_safely_is_left_alone(text: str) -> None:
    """The editor is sent to the file itself."""
    with pytest.raises((ValueError, KeyError)):
        change_entry(text.encode(), "first", {"street": "x"}, ORDER)


def test_a_new_entry_stands_at_the_end() -> None:
    """With one blank line before it, also in a file of nothing but comments."""
    values: dict[str, Value] = {"name": {"en": "Desk"}, "kinds": ("legal", "medical"), "seen": "2026-11-28"}
    written = "desk:\n  name: {en: Desk}\n  kinds: legal, medical\n  seen: 2026-11-28\n"
    assert add_entry(EXAMPLE.encode(), "desk", values).decode() == f"{EXAMPLE}\n{written}"
    assert add_entry(b"# Nothing yet.\n", "desk", values).decode() == f"# Nothing yet.\n\n{written}"
    assert add_entry(b"", "desk", values).decode() == written
    with pytest.raises(ValueError, match="already"):
        add_entry(EXAMPLE.encode(), "first", values)


TEXTS = st.one_of(
    st.text(min_size=1, max_size=200).map(str.strip).filter(bool),
    st.sampled_from(["yes", "2026-11-28", "+32 2 123", "a, b", "نص عربي: نعم", "# no comment", "word " * 40 + "end"]),
)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(ENTRIES), st.dictionaries(st.sampled_from(["note", "street", "value", "seen"]), TEXTS, min_size=1)
)
def test_any_text_can_be_written_into_any_shipped_entry(place: tuple[str, str], changes: dict[str, str]) -> None:
    """It reads back the same; the lines of all other entries and every comment are the same bytes."""
    file, entry = place
    data = (CONTENT / file).read_bytes()
    tidy = {key: "\n".join(line.rstrip() for line in text.splitlines()).strip() or "x" for key, text in changes.items()}
    after = change_entry(data, entry, tidy, ORDER)
    node, issues = read_yaml(file, after)
    assert node is not None
    assert isinstance(node.value, dict)
    assert not issues
    read = values_of(node.value[entry])
    assert {key: read[key] for key in tidy} == tidy
    head, _, tail = data.partition(f"\n{entry}:".encode())
    rest = tail.partition(b"\n\n")[2]
    assert after.startswith(head)
    assert after.endswith(rest)


@pytest.mark.parametrize(("file", "entry"), ENTRIES[::20])
def test_writing_back_what_stands_there_changes_no_byte_of_any_other_line(file: str, entry: str) -> None:
    """Every twentieth shipped entry, key by key: a change and its undoing give the same values, and touch one key."""
    data = (CONTENT / file).read_bytes()
    node, _ = read_yaml(file, data)
    assert node is not None
    assert isinstance(node.value, dict)
    values = values_of(node.value[entry])
    for key, value in values.items():
        after = change_entry(data, entry, {key: value}, ORDER)
        assert read_yaml(file, after)[0].plain() == node.plain() or key == "note"  # type: ignore[union-attr]
