"""A correction of the English that changes no meaning, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.corrections import Corrected, correct, find_change_of_meaning
from bot.i18n.catalogues import SourceText
from bot.i18n.ledger import CatalogueEntry, LedgerEntry, State, fingerprint, state_of

OLD = "You can ask a lawyer for help, within {deadline.appeal}. You have no right to a visit."
TURNING = ("no", "not", "never", "only", "must", "may", "can", "without", "unless", "all", "ten", "before")
TEXT = "Tekst."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, OLD.replace("help,", "help")),
        (OLD, OLD.replace("lawyer", "lawer")),
        (OLD, OLD.replace("a lawyer", "the lawyer")),
        ("The  interpretor is free", "The interpreter is free."),
        ("Ask a lawyer’s name.", "Ask a lawyer's name."),
        ("The web site of the office.", "The website of the office."),
        ("**Police** is near.", "**Police:** is near."),
    ],
)
def test_commas_articles_and_spelling_are_corrections(old: str, new: str) -> None:
    assert find_change_of_meaning(old, new) is None


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (OLD.replace("no right", "the right"), "(no)"),
        (OLD.replace("can", "must"), "can, must"),
        (OLD.replace("{deadline.appeal}", "{deadline.other}"), "braces"),
        (OLD + " 5", "number"),
        (OLD + " ٥", "number"),
        (OLD + " € now", "number"),
        (OLD.replace("lawyer", "judge"), '"judge" in the place of "lawyer"'),
        (OLD.replace("right", "fight"), '"fight" in the place of "right"'),
        (OLD.replace("lawyer", "**lawyer**"), "bold"),
        (OLD.replace("help,", "help?"), "questions"),
        (OLD + " The centre closes early tonight.", "more than"),
        (OLD.replace("lawyer", "lawyer there"), "there"),
        ("You have no right to a visit. You can ask a lawyer for help, within {deadline.appeal}.", "order"),
    ],
)
def test_what_can_change_a_statement_is_none(new: str, words: str) -> None:
    reason = find_change_of_meaning(OLD, new)
    assert reason is not None
    assert words in reason


@pytest.mark.parametrize(
    ("old", "new"), [("It is legal here.", "It is illegal here."), ("He can’t go.", "He cant go.")]
)
def test_a_prefix_and_a_contraction_are_negations_too(old: str, new: str) -> None:
    assert find_change_of_meaning(old, new) is not None


words = st.lists(st.sampled_from(["office", "lawyer", "centre", "asks", "person", *TURNING]), min_size=1, max_size=12)


@given(words, st.data())
def test_a_word_that_turns_the_meaning_is_never_put_in_or_taken_out_unseen(
    before: list[str], data: st.DataObject
) -> None:
    """Wherever it stands, in whatever case, with whatever sign behind it."""
    place = data.draw(st.integers(0, len(before)))
    word = data.draw(st.sampled_from(TURNING))
    put = data.draw(st.sampled_from([word, word.upper(), f"{word},", f"_{word}_"]))
    after = [*before[:place], put, *before[place:]]
    assert find_change_of_meaning(" ".join(before), " ".join(after)) is not None
    assert find_change_of_meaning(" ".join(after), " ".join(before)) is not None


@given(words, st.sampled_from([",", ";", " –", ""]))
def test_a_sign_between_words_never_matters(before: list[str], sign: str) -> None:
    """A comma makes no translation outdated."""
    assert find_change_of_meaning(" ".join(before), f"{sign} ".join(before)) is None


def known(source: str, reviewed: str = "") -> LedgerEntry:
    """Return what a ledger knows of the text."""
    return LedgerEntry(fingerprint(source), fingerprint(TEXT), "machine", reviewed)


def source(text: str) -> SourceText:
    """Return an English text of today."""
    return SourceText("f", "f.a.text", text)


def test_a_translation_taken_along_keeps_its_state_and_its_review() -> None:
    new = source("First, ask.")
    outcome = correct(new, CatalogueEntry("First ask.", TEXT), known("First ask.", "lawyer 2026-11-20"))
    assert isinstance(outcome, Corrected)
    assert outcome.known == known("First, ask.", "lawyer 2026-11-20")
    assert state_of(new.text, outcome.entry, outcome.known) is State.REVIEWED


def test_a_translation_outdated_before_is_compared_with_the_english_it_was_made_from() -> None:
    """Somebody took a word out first, and a comma later: the comma mends nothing."""
    outcome = correct(source("Do ask."), CatalogueEntry("Do, ask.", TEXT, "Do not ask."), known("Do not ask."))
    assert isinstance(outcome, str)


def test_after_an_update_the_catalogue_still_knows_the_former_english() -> None:
    outcome = correct(source("First, ask."), CatalogueEntry("First, ask.", TEXT, "First ask."), known("First ask."))
    assert isinstance(outcome, Corrected)


def test_nothing_is_taken_along_where_nobody_knows_the_former_english() -> None:
    outcome = correct(source("First, ask."), CatalogueEntry("First, ask.", TEXT), known("First ask."))
    assert outcome == "the English it was made from is not known any more"


@pytest.mark.parametrize("entry", [None, CatalogueEntry("x", ""), CatalogueEntry("First.", TEXT)])
def test_there_is_nothing_to_do_for_what_is_missing_or_in_step(entry: CatalogueEntry | None) -> None:
    assert correct(source("First."), entry, known("First.")) is None


def test_an_edit_the_ledger_has_not_seen_is_taken_along_as_a_persons() -> None:
    outcome = correct(source("First, ask."), CatalogueEntry("First ask.", TEXT), None)
    assert isinstance(outcome, Corrected)
    assert outcome.known.by == "human"
