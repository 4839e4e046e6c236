"""How far a language is, weighed by the harm of a mistake and by use."""

from dataclasses import replace

from bot.content.library import Library
from bot.content.progress import measure, measure_all, weigh_texts
from bot.i18n.catalogues import Translated
from bot.i18n.ledger import State
from tests.content.sample import library_of, sample_files


def sample() -> Library:
    """Return the sample as a library."""
    return library_of(sample_files())


def without(library: Library, *contexts: str) -> Library:
    """Return the library with these texts missing in Arabic."""
    texts = dict(library.texts["ar"]) | dict.fromkeys(contexts, Translated("", State.MISSING))
    return replace(library, texts={**library.texts, "ar": texts})


def test_a_complete_language_is_whole_and_unread() -> None:
    library = sample()
    done = measure(library, "ar", weigh_texts(library, {}))
    assert {each.flow for each in done} == {source.domain for source in library.source_texts.values()}
    assert all((each.present, each.read) == (1.0, 0.0) for each in done)


def test_a_missing_text_weighs_more_where_a_mistake_harms_more() -> None:
    """A red page weighs three times a green one."""
    library = sample()
    weights = weigh_texts(library, {})
    by_colour = {step.sensitivity: weights[f"{step.id}.text"] for step in library.steps.values()}
    assert by_colour["red"] == 3 * by_colour["green"]


def test_a_missing_text_weighs_more_where_many_people_read() -> None:
    library = sample()
    read, other = "help.start", "help.numbers"
    weights = weigh_texts(library, {read: 100})
    plain = weigh_texts(library, {})
    assert weights[f"{read}.text"] > plain[f"{read}.text"]
    assert weights[f"{other}.text"] < plain[f"{other}.text"]
    gap = without(library, f"{read}.text", f"{read}.title")
    present = [measure_all(gap, "ar", each).present for each in (weights, plain)]
    assert present[0] < present[1] < 1


def test_all_pages_together_weigh_the_same_with_figures_and_without() -> None:
    """Half by risk alone, half by risk and use."""
    library = sample()
    plain, used = weigh_texts(library, {}), weigh_texts(library, dict.fromkeys(library.steps, 7))
    assert plain == used
