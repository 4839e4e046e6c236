"""Confidence is counted from the sources, by a rule that a reader can count after us."""

from datetime import date

import pytest

from bot.content.confidence import Confidence, Doubt, Level, weigh
from bot.content.signing import facts_shown
from tests.content.sample import Files, library_of, planted, sample_files

TODAY = date(2026, 11, 24)
OTHER = "sources: law-page, court-page"
RED = "flows/paper.yaml"


def weighed(files: Files, today: date = TODAY) -> Confidence:
    """Return the confidence in the decision page of a content."""
    library = library_of(files)
    step = library.steps["paper.decision"]
    found = weigh(library, step, facts_shown(library, step), today)
    assert found is not None
    return found


def compared(files: Files) -> Files:
    """Return files in which somebody compared the flow with its live sources."""
    files[RED] = files[RED].replace(b"owner: content-team", b"owner: content-team\nchecked: 2026-11-23")
    return files


def test_good_sources_that_a_person_compared_are_high() -> None:
    """A law of the government and a page of a court, compared yesterday."""
    assert weighed(compared(sample_files())) == Confidence(Level.HIGH, ())


def test_what_nobody_compared_is_medium_at_best() -> None:
    """Copies that were read are not the live pages."""
    assert weighed(sample_files()) == Confidence(Level.MEDIUM, (Doubt.NOT_COMPARED,))


@pytest.mark.parametrize(
    ("change", "doubt"),
    [
        ((RED, OTHER, "sources: law-page"), Doubt.ONE_PUBLISHER),
        (("sources.yaml", "  date: 2026-06\n", ""), Doubt.UNDATED),
        (("sources.yaml", "kind: law\n  date: 2026-06", "kind: official\n  date: 2021"), Doubt.OLD),
    ],
)
def test_one_slight_doubt_makes_medium(change: tuple[str, str, str], doubt: Doubt) -> None:
    assert weighed(compared(planted(*change))) == Confidence(Level.MEDIUM, (doubt,))


def test_two_slight_doubts_make_low() -> None:
    """The page of one organisation without a date."""
    files = compared(planted(RED, OTHER, "sources: telegram-page"))
    files["facts.yaml"] = files["facts.yaml"].replace(
        b"10 days\n  sources: law-page", b"10 days\n  sources: telegram-page"
    )
    assert weighed(files) == Confidence(Level.LOW, (Doubt.ONE_PUBLISHER, Doubt.NOT_OFFICIAL, Doubt.UNDATED))


def test_press_alone_is_low() -> None:
    files = planted("sources.yaml", "kind: law", "kind: press")
    files["sources.yaml"] = files["sources.yaml"].replace(b"kind: court", b"kind: press")
    assert weighed(compared(files)) == Confidence(Level.LOW, (Doubt.ONLY_PRESS,))


@pytest.mark.parametrize("note", ["Sources differ (10 days or 15).", "The Belgian number is not verified."])
def test_a_note_of_disagreement_is_grave(note: str) -> None:
    """What an editor knows to be disputed must not look supported because many pages repeat it."""
    change = ("facts.yaml", "value: 10 days", f'value: 10 days\n  note: "{note}"')
    assert weighed(compared(planted(*change))) == Confidence(Level.LOW, (Doubt.DISPUTED,))


def test_an_old_law_is_not_an_old_page() -> None:
    """A law stays in force until another changes it."""
    assert weighed(compared(planted("sources.yaml", "date: 2026-06", "date: 1980"))).level is Level.HIGH


def test_what_is_past_its_interval_is_doubted() -> None:
    assert Doubt.OVERDUE in weighed(compared(sample_files()), date(2027, 12, 24)).doubts


def test_without_any_source_there_is_no_level() -> None:
    """A page that only asks needs none; the sheet says so instead of grading it."""
    library = library_of(sample_files())
    assert weigh(library, library.steps["paper.start"], (), TODAY) is None
