"""A sign-off is bound to what a reader reads, and to nothing else."""

import pytest

from bot.content.model import SignOff
from bot.content.signing import facts_shown, flow_fingerprint, is_signed_off, page_fingerprints
from tests.content.sample import Files, library_of, planted, sample_files

FLOW = "flows/paper.yaml"
BOUND = {
    "a word of a page": (FLOW, "written on the decision", "printed on the decision"),
    "a title": (FLOW, "A decision about your stay", "A decision on your stay"),
    "a button": (FLOW, "A lawyer near me", "A lawyer"),
    "where a button leads": (FLOW, "to: help.numbers", "to: help.start"),
    "a condition": (FLOW, "[none, not-given]", "[none]"),
    "which sources": (FLOW, "law-page, court-page", "law-page"),
    "the value of a fact": ("facts.yaml", "value: 10 days", "value: 5 days"),
    "its value in one language": ("facts.yaml", "value: 10 days", "value: 10 days\n  in: {nl: 5 days}"),
}
NOT_BOUND = {
    "the owner": (FLOW, "owner: content-team", "owner: other-team"),
    "the day of comparison": (FLOW, "owner: content-team", "owner: content-team\nchecked: 2026-11-22"),
    "a comment": (FLOW, "owner: content-team", "owner: content-team # us"),
    "the day of a fact": ("facts.yaml", "value: 10 days", "checked: 2026-11-22\n  value: 10 days"),
    "the link of a source": ("sources.yaml", "example.org/law", "example.org/new-law"),
    "a fact of another flow": ("facts.yaml", "48 hours", "24 hours"),
    "another flow": ("flows/help.yaml", "It is free.", "It costs nothing."),
}  # fmt: skip


def hash_of(files: Files) -> str:
    """Return the hash of the flow about papers."""
    return flow_fingerprint(library_of(files), "paper")


@pytest.mark.parametrize("change", BOUND.values(), ids=BOUND)
def test_what_a_reader_acts_on_is_bound(change: tuple[str, str, str]) -> None:
    """A deadline stands in another file than the page, and a signed page with another deadline is another page."""
    assert hash_of(planted(*change)) != hash_of(sample_files())


@pytest.mark.parametrize("change", NOT_BOUND.values(), ids=NOT_BOUND)
def test_what_no_reader_acts_on_is_not_bound(change: tuple[str, str, str]) -> None:
    """To confirm a source, or to edit another topic, takes no signature away."""
    assert hash_of(planted(*change)) == hash_of(sample_files())


def test_a_fact_on_a_button_or_in_a_title_is_bound_too() -> None:
    library = library_of(planted(FLOW, "A lawyer near me", "Within {deadline.appeal_short}"))
    assert [fact.id for fact in facts_shown(library, library.steps["paper.decision"])] == ["deadline.appeal_short"]


def test_only_the_hash_of_today_is_signed_off() -> None:
    library = library_of(sample_files())
    flow = library.flows["paper"]
    signed = {
        mark: SignOff.model_validate({"role": "lawyer", "date": "2026-11-22", "hash": mark})
        for mark in ("0", hash_of(sample_files()))
    }
    assert [is_signed_off(library, flow.model_copy(update={"signed_off": one})) for one in signed.values()] == [
        False,
        True,
    ]
    assert not is_signed_off(library, flow)


def test_a_new_fact_changes_only_the_pages_that_show_it() -> None:
    before, after = (library_of(files) for files in (sample_files(), planted("facts.yaml", "10 days", "5 days")))
    pages = [page_fingerprints(library, library.flows["paper"]) for library in (before, after)]
    assert [name for name in pages[0] if pages[0][name] != pages[1][name]] == ["decision"]
