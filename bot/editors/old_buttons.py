"""What becomes of buttons in messages that people already have, when what they lead to was renamed or removed."""

from collections.abc import Iterator

from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.editors.changes import Change, Chapter, Subject
from bot.editors.page_differences import Both
from bot.i18n.locales import SOURCE_LOCALE


def compare_buttons(both: Both, left_out: frozenset[str]) -> Iterator[Chapter]:
    """Yield what old buttons and start links do from now on, where that differs from before."""
    subjects = [*_pages(both, left_out), *_places(both, left_out), *_kinds(both), *_links(both, left_out)]
    answers = tuple(_answers(both, left_out))
    if answers:
        subjects.append(Subject("Answers given before", "answers", answers))
    if subjects:
        yield Chapter("Buttons in messages that people already have", tuple(subjects))


def _say(library: Library, phrase: Phrase) -> str:
    return f'They will say: "{library.say(SOURCE_LOCALE, phrase)}"'


def _pages(both: Both, left_out: frozenset[str]) -> Iterator[Subject]:
    for step in both.old.steps.values():
        if step.id in both.new.steps or f"flow:{step.flow}" in left_out:
            continue
        goal = both.new.find_step(step.id)
        sentence = f'They moved: they open "{goal.title}" ({goal.id}).' if goal else _say(both.new, Phrase.OLD_BUTTON)
        yield Subject(f'Buttons to "{step.title}"', step.id, (Change(sentence),))


def _places(both: Both, left_out: frozenset[str]) -> Iterator[Subject]:
    for place in both.old.places.values():
        if place.id not in both.new.places and f"place:{place.id}" not in left_out:
            name = place.name.get(SOURCE_LOCALE, next(iter(place.name.values())))
            yield Subject(f'Buttons to the place "{name}"', place.id, (Change(_say(both.new, Phrase.PLACE_UNKNOWN)),))


def _kinds(both: Both) -> Iterator[Subject]:
    for kind in both.old.bot.kinds.values():
        if kind.id not in both.new.bot.kinds:
            yield Subject(f'Buttons to places: "{kind.text}"', kind.id, (Change(_say(both.new, Phrase.OLD_BUTTON)),))


def _links(both: Both, left_out: frozenset[str]) -> Iterator[Subject]:
    for campaign in both.old.campaigns.values():
        if campaign.id not in both.new.campaigns and f"campaign:{campaign.id}" not in left_out:
            sentence = "It opens the choice of languages, as a first visit does; nobody is counted for it."
            yield Subject(f'Start link "{campaign.name}"', campaign.id, (Change(sentence),))


def _answers(both: Both, left_out: frozenset[str]) -> Iterator[Change]:
    """Yield answers that no button gives any more: a person who gave one counts as not having answered."""
    kept = _given(both.new)
    for (question, answer), (flow, text) in _given(both.old).items():
        if (question, answer) not in kept and f"flow:{flow}" not in left_out:
            yield Change(f'"{text}" ({question}: {answer}) is no answer any more. Pages do not know it.')


def _given(library: Library) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (step.remember, option.answer): (step.flow, option.text)
        for step in library.steps.values()
        for option in step.options
        if step.remember and option.answer
    }
