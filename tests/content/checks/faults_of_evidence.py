"""Faults of facts, sources, dates and places."""

from dataclasses import replace
from datetime import date

from bot.content.checks.codes import Code
from tests.content.checks.fault import Fault, along, plant
from tests.content.sample import Files, planted, sample_files

PAPER = "flows/paper.yaml"
HELP = "flows/help.yaml"
FACTS = "facts.yaml"
PLACES = "places/antwerp.yaml"
CONTENT_DAY = date(2026, 11, 21)


def _no_second_seen() -> Files:
    return planted(FACTS, "sources: alarm-page\n  seen: 2026-11-21", "sources: alarm-page")


def _without_contact() -> Files:
    files = planted(PAPER, "    sensitivity: red\n", "")
    return files | {HELP: files[HELP].replace(b"sources: none", b"sources: law-page, court-page\n    sensitivity: red")}


def _on(day: date, file: str, at: str, code: Code) -> Fault:
    return Fault(code, sample_files, file, at, today=day)


def _late(code: Code, day: date) -> Fault:
    """Return a page that is old on this day, as seen then; the notice is over by then too."""
    return replace(_on(day, PAPER, "decision:", code), also=frozenset({Code.AGE_WITHHELD}))


FAULTS = (
    plant(Code.FACT_VALUE, FACTS, 'value: "112"', 'value: "+32 2 5"'),
    plant(Code.FACT_VALUE, FACTS, "value: 10 days", "value: ten days"),
    plant(Code.FACT_VALUE, FACTS, "value: 10 days", "value: 10 day"),
    along(
        plant(Code.FACT_VALUE, FACTS, "phone.emergency:", "phnoe.emergency:", 'value: "112"'), Code.PLACEHOLDER_UNKNOWN
    ),
    plant(Code.FACT_VALUE, FACTS, "value: 10 days", "value: 10 days\n  in: {nl: tien dagen}", "in: {nl: tien dagen}"),
    plant(Code.FACT_LOCALE, FACTS, "in: {nl: RvV", "in: {ln: RvV"),
    plant(Code.FACT_UNSOURCED, FACTS, "  sources: alarm-page\n", "", "phone.emergency:"),
    Fault(Code.FACT_UNSEEN, _no_second_seen, FACTS, "phone.emergency:"),
    along(
        plant(Code.FACT_MISSING, FACTS, "duration.telegram_delete:", "duration.telegram_delay:", ""),
        Code.PLACEHOLDER_UNKNOWN,
    ),
    replace(
        plant(Code.FACT_UNUSED, HELP, "Call {phone.emergency} if", "Call somebody if"),
        file=FACTS,
        at="phone.emergency:",
    ),
    plant(Code.SOURCE_UNKNOWN, PAPER, "law-page, court-page", "law-page, court-pages"),
    plant(Code.SOURCE_UNKNOWN, FACTS, "sources: telegram-page", "sources: telegram"),
    plant(Code.SOURCE_UNKNOWN, "glossary.yaml", "sources: court-page", "sources: cort-page"),
    plant(Code.SOURCE_UNKNOWN, "notices.yaml", "sources: court-page", "sources: cort-page"),
    plant(Code.SOURCE_MISSING, HELP, "sources: alarm-page", 'sources: ""'),
    plant(Code.SOURCE_SINGLE, PAPER, "law-page, court-page", "law-page, law-page"),
    replace(
        plant(Code.SOURCE_UNUSED, FACTS, "sources: telegram-page", "sources: law-page"),
        file="sources.yaml",
        at="telegram-page:",
    ),
    Fault(Code.CONTACT_MISSING, _without_contact, HELP, "sensitivity: red"),
    plant(Code.DEADLINE_BARE, PAPER, "The deadline is written on the decision. ", "", "{deadline.appeal_short}"),
    plant(Code.DEADLINE_BARE, PAPER, " Call a lawyer today.", "", "{deadline.appeal_short}"),
    _on(date(2026, 11, 20), FACTS, "seen: 2026-11-21", Code.DATE_FUTURE),
    _on(date(2026, 11, 20), "sources.yaml", "seen: 2026-11-21", Code.DATE_FUTURE),
    _on(date(2026, 11, 20), PLACES, "seen: 2026-11-21", Code.DATE_FUTURE),
    _on(date(2027, 12, 21), PAPER, "decision:", Code.AGE_OVERDUE),
    _late(Code.AGE_WITHHELD, date(2029, 1, 1)),
    plant(Code.NOTICE_PERIOD, "notices.yaml", "until: 2026-12-02", "until: 2026-11-02"),
    _on(date(2026, 12, 3), "notices.yaml", "until: 2026-12-02", Code.NOTICE_OVER),
    plant(Code.PLACE_KIND, PLACES, "kinds: legal", "kinds: legl"),
    plant(Code.PLACE_PHONE, PLACES, "phones: +3232011690", "phones: +323201169"),
    plant(Code.PLACE_EMAIL, PLACES, "emails: desk@example.org", "emails: desk.example.org"),
    plant(Code.PLACE_EMAIL, PLACES, "emails: desk@example.org", "emails: desk@example"),
    plant(Code.PLACE_POSTCODE, PLACES, 'postcode: "2018"', 'postcode: "2999"'),
    plant(Code.PLACE_POSTCODE, PLACES, "serves: [2000, 2018]", "serves: [2000, 2081]"),
    plant(Code.PLACE_POINT, PLACES, "51.2057, 4.4106", "51.0257, 4.4106"),
    plant(Code.PLACE_PRECISION, PLACES, "  precision: street\n", "", "point: 51.2057"),
    plant(Code.PLACE_HOURS, PLACES, "hours: Mo-Fr 09:00-12:30", "hours: maandag 9u tot 12u"),
    plant(Code.PLACE_HOURS, PLACES, "hours: Mo-Fr 09:00-12:30", 'hours: "  "', "hours:"),
    plant(
        Code.PLACE_ABROAD,
        PLACES,
        "serves: Belgium",
        "serves: Belgium\n  point: 48.85, 2.35\n  precision: street",
        "point: 48.85",
    ),
    plant(Code.PLACE_TWICE, PLACES, "{en: Line without a desk}", "{en: LEGAL DESK}", "telephone-line:"),
    plant(
        Code.PLACE_TWICE,
        PLACES,
        "serves: Belgium",
        'street: lange straat, 1\n  postcode: "2018"\n  phones: +3232011690',
        "telephone-line:",
    ),
    _on(date(2027, 6, 1), PLACES, "telephone-line:", Code.PLACE_STALE),
)
