"""Where buttons lead: each to one page or one kind of places that exists."""

from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.written import locate
from bot.content.issues import Issue, Mark, error
from bot.content.marks import suggest
from bot.content.questions import NO_ANSWER


def check_targets(inspection: Inspection) -> Iterator[Issue]:
    """Every target is a step that exists: in options, the menu, the bot's own pages and campaigns."""
    for target, mark in (*targets(inspection), *_answers(inspection)):
        flow = target.partition(".")[0]
        if target in inspection.library.steps or f"flow:{flow}" in inspection.reading.unreadable:
            continue
        written = target if target in mark.quote else target.partition(".")[2]
        place = locate(inspection.reading, mark, written)
        sentence = f'There is no step "{target}", so a person who comes here finds nothing.'
        yield error(Code.LINK_DANGLING, place, sentence, _nearest(inspection, target))


def targets(inspection: Inspection) -> Iterator[tuple[str, Mark]]:
    """Yield every target that somebody wrote, and where."""
    library = inspection.library
    for step in inspection.steps():
        for number, option in enumerate(step.options):
            if option.to:
                yield option.to, inspection.mark(f"step:{step.id}", "options", number, "to")
        if step.then:
            yield step.then, inspection.mark(f"step:{step.id}", "then")
    for number, entry in enumerate(library.bot.menu):
        if entry.to:
            yield entry.to, inspection.bot_mark("menu", number, "to")
    for name, target in library.bot.pages.model_dump().items():
        yield target, inspection.bot_mark("pages", name)
    for campaign in library.campaigns.values():
        if campaign.to:
            yield campaign.to, inspection.mark(f"campaign:{campaign.id}", "to")


def _answers(inspection: Inspection) -> Iterator[tuple[str, Mark]]:
    """Yield the steps of questions.yaml; the list is for editors, so it leads no reader anywhere."""
    for question, step in inspection.library.questions.items():
        if step != NO_ANSWER:
            yield step, inspection.reading.documents["questions.yaml"].find_mark((question,))


def _nearest(inspection: Inspection, target: str) -> str:
    library = inspection.library
    if target in library.moved:
        return f'It is called "{library.moved[target]}" now: write that.'
    name = target.partition(".")[2]
    same_name = [step for step in library.steps if step.partition(".")[2] == name]
    if same_name and target.partition(".")[0] not in library.flows:
        return suggest(target, same_name)
    if same_name:
        return f'Did you mean "{same_name[0]}"? To a step of another flow, write flow.step.'
    return suggest(target, library.steps)


def check_choices(inspection: Inspection) -> Iterator[Issue]:
    """Every button leads to exactly one thing: a step, or a kind of places."""
    for step in inspection.steps():
        for number, option in enumerate(step.options):
            mark = inspection.mark(f"step:{step.id}", "options", number)
            yield from _check_choice(mark, option.text, option.to, option.places)
    for number, entry in enumerate(inspection.library.bot.menu):
        yield from _check_choice(inspection.bot_mark("menu", number), entry.text, entry.to, entry.places)


def _check_choice(mark: Mark, text: str, target: str | None, places: str | None) -> Iterator[Issue]:
    if target is None and places is None:
        sentence = f'The button "{text}" leads nowhere.'
        yield error(Code.LINK_MISSING, mark, sentence, 'Add the line "to: …" with a step, or "places: …" with a kind.')
    if target is not None and places is not None:
        sentence = f'The button "{text}" leads to two things: the step "{target}" and places "{places}".'
        yield error(Code.LINK_DOUBLE, mark, sentence, 'Keep one of the lines "to" and "places", or make two buttons.')


def check_kinds(inspection: Inspection) -> Iterator[Issue]:
    """Every kind of places that a button names stands in bot.yaml."""
    kinds = inspection.library.bot.kinds
    for step in inspection.steps():
        for number, option in enumerate(step.options):
            if option.places and option.places not in kinds:
                mark = inspection.mark(f"step:{step.id}", "options", number, "places")
                sentence = f'The file bot.yaml has no kind of places "{option.places}", so the button finds nobody.'
                place = locate(inspection.reading, mark, option.places)
                yield error(Code.LINK_KIND, place, sentence, suggest(option.places, kinds))


def check_dead_ends(inspection: Inspection) -> Iterator[Issue]:
    """Every step offers at least one way on."""
    for step in inspection.steps():
        if not step.options:
            sentence = f'The page "{step.title}" has no buttons: the person reads it and does not know what to do next.'
            mend = "Add options: whom to ask, where to go, or the page before."
            yield error(Code.LINK_DEAD_END, inspection.mark(f"step:{step.id}"), sentence, mend)


def check_emergency(inspection: Inspection) -> Iterator[Issue]:
    """The page to which every page's emergency button leads is always shown, to everybody."""
    name = inspection.library.bot.pages.emergency
    step = inspection.library.steps.get(name)
    if step is None:
        return
    if not step.always_shown:
        sentence = f'The emergency button of every page leads to "{step.title}", which is withheld once it is too old.'
        mend = 'Add the line "always-shown: true" to this step.'
        yield error(Code.LINK_EMERGENCY, inspection.mark(f"step:{name}"), sentence, mend)
    if step.when:
        sentence = f'The emergency button of every page leads to "{step.title}", which only some people should see.'
        mark = inspection.mark(f"step:{name}", "when")
        yield error(Code.LINK_EMERGENCY, mark, sentence, 'Remove the line "when" from this step.')
