"""What no talk reaches is named with its place."""

from bot.content.reader import read_content
from bot.dialogue.coverage import cover, reached
from tests.content.sample import library_of, reading_of, sample_files

TALK = b"talk: x\nlocale: en\n\n> /start\n> [English]\n> [Numbers to call]\n> poster\n"


def test_steps_and_options_are_counted_and_the_others_named() -> None:
    """The one talk of the sample asks about a paper from an address."""
    reading = reading_of(sample_files())
    assert reading.library is not None
    covered = cover(reading, reading.library)
    assert (covered.steps, covered.steps_reached) == (4, 3)
    assert (covered.options, covered.options_reached) == (8, 2)
    assert [(missed.mark.file, missed.mark.line, missed.words) for missed in covered.missed] == [
        ("flows/help.yaml", 17, 'button "Numbers to call" of help.start'),
        ("flows/help.yaml", 20, 'page "Numbers to call" (help.numbers)'),
        ("flows/paper.yaml", 16, 'button "No fixed address" of paper.start'),
        ("flows/paper.yaml", 33, 'button "A lawyer near me" of paper.decision'),
        ("flows/paper.yaml", 36, 'button "Numbers to call" of paper.decision'),
    ]


def test_talks_add_up() -> None:
    library = library_of({**sample_files(), "talks/other.talk": TALK})
    steps, options = reached(library)
    assert "help.numbers" in steps
    assert ("help.start", "help-numbers") in options


def test_a_talk_that_fails_counts_as_far_as_it_holds() -> None:
    """Coverage is asked for while talks are being mended too."""
    broken = TALK.replace(b"> [Numbers to call]", b"> [Nothing]\n> [Numbers to call]")
    library = library_of({**sample_files(), "talks/other.talk": broken})
    assert "help.numbers" not in reached(library)[0]


def test_content_without_a_page_is_covered() -> None:
    """A new organisation begins with nothing."""
    files = {name: data for name, data in sample_files().items() if not name.startswith(("flows/", "talks/"))}
    reading = read_content(files)
    assert reading.library is not None
    covered = cover(reading, reading.library)
    assert (covered.steps, covered.options, covered.missed) == (0, 0, ())
