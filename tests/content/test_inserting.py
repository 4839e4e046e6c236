"""New entries stand where they belong, say what they should, and nothing else changes."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.inserting import entry_lines, insert, listed
from bot.content.marks import read_yaml

FLOW = b"""\
# Head.
flow: a
steps:
  one:
    title: One
    options:
      - text: Two   # a remark
        to: two
      # the last word

  two:
    title: Two
    text: |
      Words.

# Foot.
"""


def plain(data: bytes) -> object:
    """Return what a file says."""
    node, issues = read_yaml("a.yaml", data)
    assert node is not None, issues
    assert not issues
    return node.plain()


def test_an_option_stands_behind_the_last_one_with_its_indentation() -> None:
    changed = insert(FLOW, ("steps", "one", "options"), listed({"text": "Three", "to": "three"}))
    assert changed.decode().splitlines()[6:11] == [
        "      - text: Two   # a remark",
        "        to: two",
        "      - text: Three",
        "        to: three",
        "      # the last word",
    ]
    assert set(FLOW.splitlines()) < set(changed.splitlines())


def test_a_step_stands_behind_the_last_one_and_an_empty_line() -> None:
    changed = insert(FLOW, ("steps",), ["three:", "  title: Three"])
    assert changed.decode().endswith("      Words.\n\n  three:\n    title: Three\n\n# Foot.\n")


def test_an_entry_stands_at_the_end_of_the_file() -> None:
    assert insert(b"a:\n  b: c\n\nd:\n  e: f\n", (), ["g:", "  h: i"]).endswith(b"  e: f\n\ng:\n  h: i\n")
    assert insert(b"a:\n  b: c\n", (), ["g:", "  h: i"]) == b"a:\n  b: c\n\ng:\n  h: i\n"
    assert insert(b"# Notices.\n", (), ["g:", "  h: i"]) == b"# Notices.\n\ng:\n  h: i\n"
    assert insert(b"", (), ["g:", "  h: i"]) == b"g:\n  h: i\n"
    assert insert(FLOW, (), ["g:", "  h: i"]) == FLOW + b"\ng:\n  h: i\n"


def test_a_file_with_mixed_line_ends_is_left_to_the_editor() -> None:
    """Not all of its lines could stay as they are."""
    with pytest.raises(ValueError, match="different ways"):
        insert(b"a:\r\n  b: c\n", (), ["d: e"])


def test_long_texts_are_folded_and_many_languages_stand_below_each_other() -> None:
    """As in the rest of the content."""
    words = "A sentence that goes on. " * 6
    folded = ["note: >-", *(f"  {line}" for line in textwrap.wrap(words, 108))]
    assert entry_lines({"note": words}) == folded
    assert listed({"note": words}, 2)[:2] == ["  - note: >-", f"      {textwrap.wrap(words, 104)[0]}"]
    names = {"nl": "Een heel lange naam van een loket", "fr": "Un nom de guichet tout aussi long", "de": "Ein " * 9}
    assert entry_lines({"name": names})[:2] == ["name:", "  nl: Een heel lange naam van een loket"]


def test_line_breaks_and_the_mark_of_windows_stay() -> None:
    windows = b"\xef\xbb\xbf" + FLOW.replace(b"\n", b"\r\n")
    changed = insert(windows, ("steps", "one", "options"), listed({"text": "Three"}))
    assert changed.count(b"\n") == changed.count(b"\r\n") == FLOW.count(b"\n") + 1
    assert changed.startswith(b"\xef\xbb\xbf# Head.")
    assert plain(changed) == plain(insert(FLOW, ("steps", "one", "options"), listed({"text": "Three"})))


@pytest.mark.parametrize(
    "path", [("flow",), ("nowhere",), ("steps", "one", "title", "x"), ("steps", "one", "options", 9)]
)
def test_where_nothing_can_be_added_is_said(path: tuple[str | int, ...]) -> None:
    with pytest.raises(ValueError, match="yourself"):
        insert(FLOW, path, ["x: y"])


def test_what_stands_between_brackets_is_left_to_the_editor() -> None:
    with pytest.raises(ValueError, match="yourself"):
        insert(b"a: {b: c}\n", ("a",), ["d: e"])


def test_an_entry_is_written_as_an_editor_would() -> None:
    lines = entry_lines(
        {
            "name": {"nl": "Desk: Gent", "fr": "Guichet"},
            "kinds": ["legal", "medical"],
            "postcode": "9000",
            "text": "One.\n\nTwo: three.",
            "note": "",
            "options": [{"text": "A", "to": "b"}],
            "steps": {"one": {"title": "One"}},
        }
    )
    assert lines == [
        'name: {nl: "Desk: Gent", fr: Guichet}',
        "kinds: legal, medical",
        'postcode: "9000"',
        "text: |",
        "  One.",
        "",
        "  Two: three.",
        "options:",
        "  - text: A",
        "    to: b",
        "steps:",
        "  one: {title: One}",
    ]


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_text_is_read_as_it_was_given(text: str) -> None:
    """Colons, quotes, hashes, braces, spaces, other scripts."""
    assert plain("\n".join(entry_lines({"k": text})).encode()) == ({"k": text.strip()} if text.strip() else {})
    assert plain("\n".join(entry_lines({"name": {"k": text}})).encode()) == {"name": {"k": text}}
