import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.issues import Issue, has_errors
from bot.content.library import Library
from bot.dialogue.checking import Checking, check_content
from tests.content.sample import Files, planted, reading_of, sample_files


def _check(checking: Checking, files: Files) -> tuple[Library | None, list[Issue]]:
    reading = reading_of(files)
    return checking.check(reading.files, reading.sounds)


def test_a_faulty_edit_and_its_mend_are_both_seen() -> None:
    checking = Checking()
    library, issues = _check(checking, sample_files())
    assert library is not None
    assert issues == []
    faulty = planted("flows/paper.yaml", "to: help.numbers", "to: help.nubmers")
    _, issues = _check(checking, faulty)
    assert has_errors(issues)
    assert issues == check_content(reading_of(faulty))
    assert _check(checking, sample_files())[1] == []


def test_content_whose_bot_yaml_cannot_be_used_has_no_library() -> None:
    library, issues = _check(Checking(), sample_files() | {"bot.yaml": b"name: x\n"})
    assert library is None
    assert issues


EDITS = (
    ("flows/paper.yaml", "Keep:", "Keep these:"),
    ("flows/paper.yaml", "to: help.numbers", "to: help.nubmers"),
    ("flows/paper.yaml", "sensitivity: red", "sensitivity: orange"),
    ("flows/help.yaml", "It is free.", "It is 100 % free!"),
    ("flows/help.yaml", "  start:\n", "  begin:\n"),
    ("flows/help.yaml", "{phone.emergency}", "{phone.emergencies}"),
    ("flows/help.yaml", "steps:", "# a line more\n\nsteps:"),
    ("flows/help.yaml", "    title: Numbers to call", "\ttitle: Numbers to call"),
    ("facts.yaml", '"112"', '"12345678"'),
    ("facts.yaml", "phone.emergency:", "phone.emergencies:"),
    ("facts.yaml", "value: 10 days", "valeu: 10 days"),
    ("tone/ar.yaml", "للأسف", "نص"),
    ("tone/en.yaml", "you should", "give"),
    ("places/antwerp.yaml", "+3232011690", "+323201169"),
    ("bot.yaml", "  antwerp: Antwerp", "  antwerpen: Antwerp"),
    ("bot.yaml", "  ar: {fallback: en}", "  nl: {fallback: en}"),
    ("glossary.yaml", "judge to look", "judge, unfortunately, to look"),
    ("glossary.yaml", "  term: appeal", "  term: letter"),
    ("terms/ar.yaml", "نص, طعن", "استئناف"),
    ("terms/ar.yaml", "words: نص, طعن", "word: نص"),
    ("terms/ar.yaml", "  except: help.start.title\n", ""),
    ("notices.yaml", "until: 2026-12-02", "until: 2026-11-02"),
    ("talks/paper.talk", "> [At an address]", "> [At my address]"),
    ("locales/ar/LC_MESSAGES/help.po", "ambulance نص", "ambulance نص 12"),
    ("locales/ar/LC_MESSAGES/paper.po", "the envelope", "the paper"),
    ("locales/ar/LC_MESSAGES/paper.po", 'msgctxt "paper.start.text"', 'msgctxt "paper.gone.text"'),
    ("locales/ar/ledger/paper.yaml", "machine", "human"),
    ("gazetteer.tsv", "51.2057", "50.2057"),
)
"""What people change, one place of one file each; some of it is wrong."""


def _edited(edits: frozenset[int]) -> Files:
    files = sample_files()
    for number in sorted(edits):
        file, old, new = EDITS[number]
        files[file] = files[file].decode().replace(old, new).encode()
    return files


@settings(deadline=None, max_examples=25)
@given(st.lists(st.frozensets(st.integers(0, len(EDITS) - 1), max_size=3), min_size=2, max_size=6))
def test_what_is_kept_between_checks_never_changes_what_is_said(rounds: list[frozenset[int]]) -> None:
    """Edits come and go in any order; each check says what a first check of the same files says."""
    checking = Checking()
    for edits in rounds:
        reading = reading_of(_edited(edits))
        library, issues = checking.check(reading.files, reading.sounds)
        assert issues == check_content(reading)
        assert (library is None) == (reading.library is None)
        if library and reading.library:
            assert library.texts == reading.library.texts
            assert library.steps == reading.library.steps


@pytest.mark.parametrize("number", range(len(EDITS)))
def test_each_edit_changes_the_file_it_is_made_in(number: int) -> None:
    assert _edited(frozenset({number})) != sample_files()
