"""The word for each term, in every language that has a term base."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.translations import translations
from bot.content.library import Library
from bot.content.model import Term
from bot.content.reader import Reading, read_content
from bot.content.term_base import TermFinder, has_words
from bot.content.term_proposal import propose
from tests.content.sample import library_of, sample_files, written


def term(name: str, *also: str) -> Term:
    """Return a term of a glossary."""
    return Term.model_validate({"id": name.replace(" ", "-"), "term": name, "also": also, "text": "What it is."})


TERMS = (
    term("appeal"),
    term("closed centre"),
    term("urgent medical aid certificate", "certificate"),
    term("urgent medical aid"),
)
GLOSSARY = {one.id: one for one in TERMS}


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ("You can make an appeal.", {"appeal"}),
        ("Two Appeals, in a **closed\ncentre**.", {"appeal", "closed-centre"}),
        ("An urgent medical aid certificate", {"urgent-medical-aid-certificate"}),
        ("A certificate for urgent medical aid", {"urgent-medical-aid-certificate", "urgent-medical-aid"}),
        ("Within {deadline.appeal}", set()),
        ("It is appealing", set()),
    ],
)
def test_a_term_is_found_in_its_forms_and_the_longest_wins(english: str, found: set[str]) -> None:
    assert TermFinder(GLOSSARY).find(english) == found


def test_without_a_glossary_no_term_is_found() -> None:
    assert TermFinder({}).find("An appeal") == frozenset()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("gesloten centr", "In een **gesloten** centrum."),
        ("gesloten centr", "De gesloten\ncentra"),
        ("centre fermé", "Les centres fermés"),
        ("interdiction d'entrée", "L’interdiction d’entrée"),
        ("loket", "bij het terugkeerloket"),
        ("استئناف", "والاسْتِئْناف"),
        ("مرکز بسته", "مركز بسته"),
        ("مراکز بسته", "مراكز\u200c بسته"),
        ("مركز مغلق", "وفي المركز المغلق"),
        ("مركز رعاية اجتماعية", "المركز العمومي, مركز للرعاية الاجتماعية"),
        ("itiraz", "İtiraz edebilirsiniz"),
        ("sınır dışı", "SINIR DIŞI EDİLME"),
        ("unitate închisă și", "unitate închisă şi"),
        ("проездн", "ПРОЕЗДНОЙ"),
        ("жильё", "жилье"),
        ("в'їзд", "вʼїзду"),
        ("ፍርድ ቤት", "የፍርድ፡ቤት።"),
    ],
)
def test_a_word_is_found_in_the_forms_that_people_write(words: str, text: str) -> None:
    assert has_words([words], text)


def test_another_word_is_not_found() -> None:
    assert not has_words(["gesloten centr", "centrum"], "Een gesloten deur")
    assert not has_words(["مركز مغلق"], "المركز غير المغلق")


def test_a_proposal_is_a_term_base_that_its_own_language_passes(shipped_reading: Reading) -> None:
    """Dutch, without looking at what was given: each word stands in nearly all texts that have the term."""
    library = shipped_reading.library
    assert library is not None
    proposed = propose(library, "nl")
    assert "closed-centre:" in proposed
    files = {**shipped_reading.files, "terms/nl.yaml": proposed.encode()}
    reading = read_content(files)
    assert reading.issues == []
    base = reading.term_bases["nl"]
    assert len(base) > len(library.glossary) * 0.9
    assert missed(library, "nl", {name: entry.words for name, entry in base.items()}) < 0.02


def missed(library: Library, locale: str, base: dict[str, tuple[str, ...]]) -> float:
    """Return the share of uses of a term whose translation has no word of the base."""
    finder = TermFinder(library.glossary)
    uses = [
        has_words(base[name], library.texts[locale][context].text)
        for context, source in library.source_texts.items()
        if not context.endswith(".keywords")
        for name in finder.find(source.text) & base.keys()
    ]
    return uses.count(False) / len(uses)


def test_a_term_without_a_translation_is_proposed_as_a_comment() -> None:
    files = sample_files()
    files["glossary.yaml"] += b"\nwrit:\n  term: writ\n  text: A paper of a court.\n  sources: none\n"
    assert '\n# writ: no clear word for "writ" in 0 texts\n' in propose(library_of(files), "ar")


def test_the_command_prints_it(tmp_path: Path) -> None:
    content = written(tmp_path / "content", sample_files())
    result = CliRunner(env={"CONTENT_DIR": str(content)}).invoke(translations, ["terms", "ar"])
    assert result.output.startswith("# The word for each term")
