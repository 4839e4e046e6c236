"""What an editor sets by hand: the page, the answers, the languages, the clock and the place; nothing is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.content.library import Library
from bot.content.talks import BELGIUM
from bot.dialogue.inputs import Input, Pressed
from bot.dialogue.listening import LISTENING, shown_position
from bot.dialogue.place_pages import area_name
from bot.dialogue.position import Act, Position, act_again, decode, home
from bot.dialogue.talk_runner import read_input
from bot.i18n.locales import SOURCE_LOCALE
from bot.places.areas import gazetteer_of

ANSWER = "answer."
"""Before the id of a question: the name of the field in which its answer is chosen."""
_OLD = Pressed(is_old=True)

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Situation:
    """Where somebody stands and what they did last; `second` is the language shown beside, "" for none.

    `said` are the words typed last, "" if a button was pressed; `remarks` tell the editor what could not be taken.
    """

    position: Position
    given: Input
    moment: datetime
    second: str = ""
    said: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def here(self) -> Position:
        """The page that is shown, to come back to when something else is set."""
        if self.position.act is Act.SPEAK:
            return replace(self.position, act=act_again(self.position) or Act.MENU)
        return shown_position(self.position) if self.position.act in LISTENING else self.position

    def in_second(self) -> "Situation":
        """Return the same situation in the language shown beside."""
        return replace(self, position=replace(self.here, locale=self.second))


def read_situation(library: Library, fields: Fields, now: datetime) -> Situation:
    """Return what the fields of the preview say; what is missing or unknown is as at the beginning."""
    locale = _known(library, fields.get("locale", "")) or SOURCE_LOCALE
    second = _known(library, fields.get("second", ""))
    moment = read_moment(fields, now)
    if fields.get("p2"):
        found = decode(fields["p2"], library.keys)
        if found and found.act is Act.SPEAK:
            second = found.locale
        back = replace(found, locale=locale) if found else home(locale)
        return Situation(back, Pressed() if found else _OLD, moment, second)
    if fields.get("p"):
        found = decode(fields["p"], library.keys)
        return Situation(found or home(locale), Pressed() if found else _OLD, moment, second)
    if fields.get("words", "").strip():
        words = fields["words"].strip()
        return Situation(home(locale), read_input(words), moment, second, words)
    return _set_by_hand(library, fields, Situation(home(locale), Pressed(), moment, second))


def _set_by_hand(library: Library, fields: Fields, blank: Situation) -> Situation:
    """Return the page shown before, or the step asked for, with the answers and the place that were set."""
    locale = blank.position.locale
    here = decode(fields.get("here", ""), library.keys) or blank.position
    position = replace(here, locale=locale, answers=_answers(library, fields, here))
    position, remarks = _with_place(library, fields, position)
    step = library.find_step(fields.get("step", ""))
    said = fields.get("said", "").strip()
    if step is not None:
        position = replace(position, act=Act.STEP, thing=f"step:{step.id}", trail=(), page=0, day=None)
    elif said:
        return replace(blank, position=position, given=read_input(said), said=said, remarks=remarks)
    return replace(blank, position=position, remarks=remarks)


def _known(library: Library, locale: str) -> str:
    return locale if locale in library.locales else ""


def _answers(library: Library, fields: Fields, here: Position) -> tuple[tuple[str, str], ...]:
    """Return the answers as set; a question that has no field keeps the one it has."""
    questions = questions_of(library, library.flows)
    position = here
    for name, value in fields.items():
        question = name.removeprefix(ANSWER)
        if not name.startswith(ANSWER) or question not in questions:
            continue
        if value in questions[question]:
            if position.answer(question) != value:
                position = position.with_answer(question, value)
        else:
            position = replace(position, answers=tuple(pair for pair in position.answers if pair[0] != question))
    return position.answers


def _with_place(library: Library, fields: Fields, position: Position) -> tuple[Position, tuple[str, ...]]:
    """Return the position with the place typed; without a change it stays as the buttons carry it."""
    words = fields.get("place", "").strip()
    if words == fields.get("shown_place", "").strip():
        return position, ()
    if not words:
        return replace(position, area=""), ()
    areas = gazetteer_of(library).find(words)
    if not areas:
        return position, (f'No town or postcode is called "{words}".',)
    act = Act.AREA if position.act is Act.WHERE else position.act
    others = ", ".join(area_name(area, SOURCE_LOCALE) for area in areas[1:])
    remarks = (f"Taken: {area_name(areas[0], SOURCE_LOCALE)}. It could also be: {others}.",) if others else ()
    return replace(position, act=act, area=areas[0].postcode), remarks


def read_moment(fields: Fields, now: datetime) -> datetime:
    """Return the moment set by hand, else this one; another day of the week means that day of the same week."""
    try:
        day = date.fromisoformat(fields.get("day", ""))
    except ValueError:
        day = now.date()
    weekday = fields.get("weekday", "")
    if weekday in set("0123456") and fields.get("day") == fields.get("shown_day"):
        day += timedelta(days=int(weekday) - day.weekday())
    try:
        clock = time.fromisoformat(fields.get("time", ""))
    except ValueError:
        clock = now.time().replace(second=0, microsecond=0)
    return datetime.combine(day, clock.replace(tzinfo=None), BELGIUM)


def questions_of(library: Library, flows: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the questions that flows ask or depend on, and the values an answer can have."""
    asked: dict[str, dict[str, None]] = {}
    wanted: set[str] = set()
    chosen = set(flows)
    for step in library.steps.values():
        conditions = [step.when, *(option.when for option in step.options)]
        if step.flow in chosen:
            wanted |= {question for condition in conditions for question in condition} | {step.remember or ""}
        if step.remember:
            values = asked.setdefault(step.remember, {})
            values.update((option.answer, None) for option in step.options if option.answer)
    return {question: tuple(values) for question, values in asked.items() if question in wanted}
