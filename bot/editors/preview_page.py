"""The page of the preview: flows and issues, the conversation, the flow as a picture."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.content.library import Library
from bot.dialogue.place_pages import area_name
from bot.dialogue.position import encode
from bot.editors.chart import draw_chart, step_link
from bot.editors.findings import find_findings
from bot.editors.live_content import Snapshot
from bot.editors.outline import outline
from bot.editors.phone import show
from bot.editors.situation import ANSWER, Situation, questions_of, read_situation
from bot.editors.step_finder import StepFinder
from bot.i18n.locales import LANGUAGES, SOURCE_LOCALE
from bot.places.areas import gazetteer_of

TEMPLATES = Environment(
    loader=PackageLoader("bot.editors"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SIZES = ("75", "100", "50")
"""How large the picture of the flow can be, in percent; the first is the size at the beginning."""
MOST_ISSUES = 200
"""Issues listed at most, the gravest first; more of them help nobody."""


def write_preview(snapshot: Snapshot, folder: Path, fields: Mapping[str, str], now: datetime) -> str:
    """Return the whole page for what the editor set by hand and the content as it is."""
    finder = StepFinder(snapshot.reading)
    order = ["error", "warning", "note"]
    issues = sorted(snapshot.issues, key=lambda issue: order.index(issue.severity))
    page: dict[str, object] = {
        "snapshot": snapshot,
        "folder": folder,
        "issues": find_findings(issues[:MOST_ISSUES], finder, folder),
        "errors": find_findings(snapshot.errors[:3], finder, folder),
        "left_out": max(0, len(issues) - MOST_ISSUES),
        "step_link": step_link,
        "talk": _talk(snapshot.library, snapshot, finder, fields, now) if snapshot.library else None,
    }
    return TEMPLATES.get_template("preview.html").render(page)


def _talk(
    library: Library, snapshot: Snapshot, finder: StepFinder, fields: Mapping[str, str], now: datetime
) -> dict[str, object]:
    situation = read_situation(library, fields, now)
    here = situation.here
    phones = [show(library, situation)]
    if situation.second:
        phones.append(show(library, situation.in_second()))
    step = library.steps.get(here.thing.removeprefix("step:"))
    flow = step.flow if step else fields.get("flow", "")
    flow = flow if flow in library.flows else next(iter(library.flows))
    current = step.id if step else ""
    return {
        "phones": phones,
        "here": encode(here, library.keys),
        "said": situation.said,
        "remarks": situation.remarks,
        "flow": library.flows[flow],
        "step": current,
        "flows": outline(library, snapshot.issues, finder, current),
        "sizes": SIZES,
        "size": fields["size"] if fields.get("size") in SIZES else SIZES[0],
        "chart": draw_chart(library, flow, current, _faulty(snapshot, finder)),
        **_settings(library, situation, flow),
    }


def _settings(library: Library, situation: Situation, flow: str) -> dict[str, object]:
    here, moment = situation.here, situation.moment
    area = gazetteer_of(library).get(here.area) if here.area else None
    questions = questions_of(library, [flow])
    given = {question: (value,) for question, value in here.answers if question not in questions}
    return {
        "languages": [(locale, LANGUAGES[locale].own_name) for locale in library.locales],
        "locale": here.locale,
        "second": situation.second,
        "day": moment.date().isoformat(),
        "weekday": moment.weekday(),
        "weekdays": list(enumerate(WEEKDAYS)),
        "time": moment.strftime("%H:%M"),
        "place": area_name(area, SOURCE_LOCALE) if area else "",
        "answer_prefix": ANSWER,
        "questions": [(name, values, here.answer(name)) for name, values in {**questions, **given}.items()],
    }


def _faulty(snapshot: Snapshot, finder: StepFinder) -> frozenset[str]:
    return frozenset(step for issue in snapshot.issues if (step := finder.find(issue.mark)[1]))
