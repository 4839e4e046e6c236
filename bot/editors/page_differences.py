"""What changed in the topics: pages, their words, their buttons, and when they are shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.library import Library
from bot.content.model import Conditions, Flow, Option, Step
from bot.content.signing import is_signed_off
from bot.editors.changes import Change, Chapter, Subject, compare_names, compare_text

_MARKS = {
    "sensitivity": "What a mistake could do (sensitivity)",
    "always_shown": "Shown however old it is (always-shown)",
    "card": "Shown in Dutch and French too (card)",
    "counter": "Part of the day counter",
    "numbers": "Numbers of days to choose from",
    "then": "The next page of the day counter",
    "remember": "The question that its buttons answer (remember)",
}


@dataclass(frozen=True, slots=True)
class Both:
    """The two libraries that are compared."""

    old: Library
    new: Library

    def title(self, step_id: str | None) -> str:
        """Return the title of a page as it is now, or was, with quotes; its id if there is no such page."""
        found = (self.new.find_step(step_id) or self.old.find_step(step_id)) if step_id else None
        return f'"{found.title}"' if found else f"{step_id}, which does not exist"


def compare_topics(both: Both, left_out: frozenset[str]) -> Iterator[Chapter]:
    """Yield a chapter for each topic that changed, in the order of the new content, those removed at the end.

    Args:
        both: the two libraries.
        left_out: topics that could not be read on one side.
    """
    for name in dict.fromkeys((*both.new.flows, *both.old.flows)):
        if name in left_out:
            continue
        old, new = both.old.flows.get(name), both.new.flows.get(name)
        subjects = tuple(_subjects(both, old, new))
        if subjects:
            flow = new or old
            assert flow is not None
            yield Chapter(f'Topic "{flow.title}" ({name})', subjects)


def _subjects(both: Both, old: Flow | None, new: Flow | None) -> Iterator[Subject]:
    flow = new or old
    assert flow is not None
    own = tuple(_compare_flow(both, old, new))
    if own:
        yield Subject("The topic itself", flow.flow, own)
    before, after = (old.steps if old else {}), (new.steps if new else {})
    former = {step.id: origin for step in after.values() if (origin := _origin(both, step))}
    for step in after.values():
        origin = both.old.steps.get(step.id) or former.get(step.id)
        changes = tuple(_compare_page(both, origin, step)) if origin else (Change(f"New page. {_size(step)}"),)
        if changes:
            yield Subject(f'Page "{step.title}"', step.id, changes)
    for step in before.values():
        if both.new.find_step(step.id) is None:
            yield Subject(f'Page "{step.title}"', step.id, (Change("Page removed."),))


def _origin(both: Both, step: Step) -> Step | None:
    """Return the old page that a new one takes the place of."""
    if step.id in both.old.steps:
        return None
    names = (old if "." in old else f"{step.flow}.{old}" for old in step.moved_from)
    return next((both.old.steps[name] for name in names if name in both.old.steps), None)


def _size(step: Step) -> str:
    buttons = len(step.options)
    return f"{len(step.text.split())} words, {buttons} {'button' if buttons == 1 else 'buttons'}."


def _compare_flow(both: Both, old: Flow | None, new: Flow | None) -> Iterator[Change]:
    if old is None or new is None:
        yield Change("New topic." if new else "Topic removed.")
        return
    yield from compare_text("Title", old.title, new.title)
    if old.start != new.start:
        yield Change(f"It began with {both.title(old.start)} and now begins with {both.title(new.start)}.")
    if old.checked != new.checked:
        yield Change(f"Compared with its live sources: was {old.checked or 'never'}, now {new.checked or 'never'}.")
    if old.signed_off != new.signed_off:
        now = f"by {new.signed_off.role} on {new.signed_off.date}" if new.signed_off else "by nobody any more"
        yield Change(f"Confirmed {now}.")
    if is_signed_off(both.old, old) and not is_signed_off(both.new, new):
        yield Change("It is a draft again: what was confirmed changed, or a fact that it shows.")
    if old.review != new.review:
        yield Change("Translations need a reviewer now." if new.review else "Translations need no reviewer any more.")
    if old.owner != new.owner:
        yield Change(f"Looked after by {new.owner}, before by {old.owner}.")


def _compare_page(both: Both, old: Step, new: Step) -> Iterator[Change]:
    if old.id != new.id:
        yield Change(f"The page was called {old.id}.")
    yield from compare_text("Title", old.title, new.title)
    yield from compare_text("Text", old.text, new.text)
    yield from _compare_buttons(both, old, new)
    yield from _compare_condition("The page is offered", old.when, new.when)
    yield from compare_names("Sources", old.sources, new.sources)
    yield from compare_names("Words people type to find it", old.keywords, new.keywords)
    yield from compare_text("Note for translators", old.note, new.note)
    for name, words in _MARKS.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Change(f"{words}: was {_say(before)}, now {_say(after)}.")


def _say(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)


def _compare_buttons(both: Both, old: Step, new: Step) -> Iterator[Change]:
    pairs, gone, come = _pair(old.options, new.options)
    for before, after in pairs:
        yield from _compare_button(both, before, after)
    for option in come:
        yield Change(f'Button added: "{option.text}", leads to {_goal(both, option)}.{_shown(option.when)}')
    for option in gone:
        yield Change(f'Button removed: "{option.text}", led to {_goal(both, option)}.')
    order = [before.text for before, _ in pairs]
    if order != [option.text for option in old.options if option.text in order]:
        yield Change("The buttons stand in another order.")


def _pair(
    old: tuple[Option, ...], new: tuple[Option, ...]
) -> tuple[list[tuple[Option, Option]], list[Option], list[Option]]:
    """Return buttons that are the same one, those that went, and those that came.

    The same one is: the same answer or goal, else the same words.
    """
    gone, come = list(old), list(new)
    pairs: dict[int, tuple[Option, Option]] = {}
    for attribute in ("slug", "text"):
        for after in list(come):
            before = next((one for one in gone if getattr(one, attribute) == getattr(after, attribute)), None)
            if before is not None:
                gone.remove(before)
                come.remove(after)
                pairs[new.index(after)] = (before, after)
    return [pairs[number] for number in sorted(pairs)], gone, come


def _compare_button(both: Both, old: Option, new: Option) -> Iterator[Change]:
    if old.text != new.text:
        yield Change("Button reworded:", old.text, new.text)
    if (_target(both, both.old, old), old.places) != (_target(both, both.new, new), new.places):
        sentence = f'Button "{new.text}" leads elsewhere: before to {_goal(both, old)}, now to {_goal(both, new)}.'
        yield Change(sentence)
    yield from _compare_condition(f'Button "{new.text}" is shown', old.when, new.when)
    if old.answer != new.answer:
        yield Change(f'Button "{new.text}" gives the answer {new.answer or "none"}, before {old.answer or "none"}.')
    if old.icon != new.icon:
        before, after = old.icon or "of its goal", new.icon or "of its goal"
        yield Change(f'Button "{new.text}" has the picture {after}, before {before}.')


def _target(both: Both, library: Library, option: Option) -> str | None:
    """Return where a button leads, by today's id of a page that moved."""
    found = library.find_step(option.to) if option.to else None
    known = both.new.find_step(found.id) if found else None
    return known.id if known else option.to


def _goal(both: Both, option: Option) -> str:
    if option.places:
        kind = both.new.bot.kinds.get(option.places) or both.old.bot.kinds.get(option.places)
        return f'places: "{kind.text}"' if kind else f"places of the kind {option.places}, which does not exist"
    return both.title(option.to)


def _compare_condition(what: str, old: Conditions, new: Conditions) -> Iterator[Change]:
    if old != new:
        yield Change(f"{what} {_condition(new)}; before: {_condition(old)}.")


def _shown(conditions: Conditions) -> str:
    return f" Shown {_condition(conditions)}." if conditions else ""


def _condition(conditions: Conditions) -> str:
    parts = [f"{question} is {' or '.join(values)}" for question, values in conditions.items()]
    return f"if {' and '.join(parts)}" if parts else "always"
