"""What came back is recorded only if it is whole, and of the text that was printed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.content.library import Library
from bot.content.sign_offs import Returned, find_refusal, read_sign_offs, write_sign_offs
from bot.content.signing import flow_fingerprint
from tests.content.sample import library_of, planted, sample_files

TODAY = date(2026, 11, 24)


def returned(library: Library) -> Returned:
    """Return a sheet about papers as it is printed and signed today."""
    text = write_sign_offs(library, [library.flows["paper"]]).decode()
    text = text.replace('role: ""', "role: lawyer").replace('date: ""', "date: 2026-11-24")
    (one,), faults = read_sign_offs("sign-offs.yaml", text.encode())
    assert faults == []
    return one


def test_a_filled_in_file_is_read_as_it_was_printed() -> None:
    library = library_of(sample_files())
    one = returned(library)
    assert (one.flow, one.role, one.date) == ("paper", "lawyer", "2026-11-24")
    assert one.hash == flow_fingerprint(library, "paper")
    assert find_refusal(library, one, TODAY) is None


def test_entries_that_nobody_filled_in_are_left_out() -> None:
    library = library_of(sample_files())
    assert read_sign_offs("x.yaml", write_sign_offs(library, library.flows.values())) == ([], [])


def test_a_file_that_cannot_be_read_says_where_and_what() -> None:
    _, faults = read_sign_offs("x.yaml", b"paper:\n\trole: x\n")
    assert faults[0].startswith("x.yaml, line 2: The line begins with a tab.")
    assert read_sign_offs("x.yaml", b"- paper\n")[1] == [
        "x.yaml is no file of sign-offs. Take the one that wegwijs review export wrote."
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"flow": "papr"}, 'There is no flow "papr". Did you mean "paper"?'),
        ({"role": "  "}, "The role is empty."),
        ({"role": "x" * 61}, "at most 60 characters on one line"),
        ({"role": "lawyer\nand more"}, "at most 60 characters on one line"),
        ({"date": ""}, 'The date "" is no day. Write it as 2026-11-24.'),
        ({"date": "24-11-2026"}, 'The date "24-11-2026" is no day.'),
        ({"date": "20261124"}, 'The date "20261124" is no day.'),
        ({"date": "2026-11-25"}, "The date 2026-11-25 has not come yet."),
        ({"hash": ""}, "The hash is missing."),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_its_mend(change: dict[str, Any], sentence: str) -> None:
    library = library_of(sample_files())
    refusal = find_refusal(library, replace(returned(library), **change), TODAY)
    assert refusal is not None
    assert sentence in refusal
    assert "\n" not in refusal


def test_pages_that_changed_since_the_print_are_named() -> None:
    """Through a fact, a new page and one that is gone."""
    printed = returned(library_of(sample_files()))
    files = planted("facts.yaml", "10 days", "5 days")
    files["flows/paper.yaml"] += b"\n  more:\n    title: More\n    text: More.\n    sources: law-page\n"
    pages = {**printed.pages, "gone-page": "0"}
    refusal = find_refusal(library_of(files), replace(printed, pages=pages), TODAY)
    assert refusal is not None
    assert ": changed decision; new more; gone gone-page. " in refusal
    assert "print it anew (wegwijs review export paper --to FOLDER)" in refusal


def test_without_the_printed_pages_only_the_change_itself_is_known() -> None:
    library = library_of(sample_files())
    refusal = find_refusal(library, replace(returned(library), hash="0123", pages={}), TODAY)
    assert refusal is not None
    assert refusal.startswith("paper is not what was printed with the hash 0123. If the hash is typed as on the sheet")


def test_a_hash_that_differs_while_all_pages_are_the_same_names_none() -> None:
    """The title of the topic belongs to no page."""
    printed = returned(library_of(sample_files()))
    library = library_of(planted("flows/paper.yaml", "title: I got a paper", "title: I have a paper"))
    refusal = find_refusal(library, printed, TODAY)
    assert refusal is not None
    assert "changed" not in refusal.partition(".")[0]
