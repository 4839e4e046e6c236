"""What a change does to translations."""

from bot.content.reader import Reading
from bot.editors.changes import Subject
from bot.editors.differences import compare
from bot.editors.page_differences import Both
from bot.editors.translation_differences import compare_translations
from tests.content.sample import library_of, reading_of, sample_files, with_catalogue_text
from tests.editors.changing import edited

PAPER = "flows/paper.yaml"


def languages(old: Reading, new: Reading) -> tuple[Subject, ...]:
    return next((chapter.subjects for chapter in compare(old, new).chapters if chapter.heading == "Translations"), ())


def test_a_reworded_text_makes_its_translations_outdated_and_a_new_one_is_missing() -> None:
    """With numbers for each topic; the recording of a page no longer fits it."""
    changed = edited(
        (PAPER, "text: Do you live at an address?", "text: Do you have an address?"),
        (PAPER, "title: A decision about your stay", "title: A decision"),
        (
            PAPER,
            "      - text: No fixed address\n        answer: none\n",
            "      - text: None\n        answer: no-address\n",
        ),
        ("flows/help.yaml", "title: Numbers to call", "title: Numbers"),
    )
    (arabic,) = languages(reading_of(sample_files()), reading_of(changed))
    assert (arabic.name, arabic.id) == ("العربية", "ar")
    assert [change.sentence for change in arabic.changes] == [
        "Outdated from now on: 3 texts (paper 2, help 1).",
        "Missing: 1 text (paper 1).",
        'Not shown in this language until somebody translates or reviews it: "Where do you live?" (paper.start).',
    ]
    *_, aloud = compare(reading_of(sample_files()), reading_of(changed)).chapters
    assert (aloud.heading, [subject.id for subject in aloud.subjects]) == ("Read aloud", ["en help.numbers"])
    assert aloud.subjects[0].name == '"Numbers", English'


def test_a_translation_that_a_person_wrote_or_that_was_reworded() -> None:
    """Work that was done is told too."""
    once = reading_of(with_catalogue_text("paper.start.title", "أين تسكن؟"))
    twice = reading_of(with_catalogue_text("paper.start.title", "أين تعيش؟"))
    (arabic,) = languages(reading_of(sample_files()), once)
    assert [change.sentence for change in arabic.changes] == ["Written by a person: 1 text (paper 1)."]
    (arabic,) = languages(once, twice)
    assert [change.sentence for change in arabic.changes] == ["Reworded: 1 text (paper 1)."]


def test_topics_that_cannot_be_read_are_left_out() -> None:
    """They would all be missing."""
    new = library_of(edited((PAPER, "text: Do you live at an address?", "text: Do you have an address?")))
    both = Both(library_of(sample_files()), new)
    assert not list(compare_translations(both, frozenset({"flow:paper"})))
