"""Names between braces: each a fact that exists, the same ones in every language."""

import re
from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.written import Written, locate
from bot.content.issues import Issue, Severity
from bot.content.marks import suggest
from bot.content.phrases import PLACEHOLDERS, fill, placeholders
from bot.i18n.ledger import State
from bot.i18n.locales import SOURCE_LOCALE

_VALUES = {f"interface.{phrase}": names for phrase, names in PLACEHOLDERS.items()}
_BRACE = re.compile(r"\{[^{}\n]*\}?|\}")


def check_names(inspection: Inspection) -> Iterator[Issue]:
    """Every name between braces is a fact that exists."""
    if inspection.is_broken("facts.yaml"):
        return
    facts = inspection.library.facts
    for written in inspection.texts:
        if not shows_facts(written):
            continue
        for name in sorted(placeholders(written.text)):
            if name not in facts and f"fact:{name}" not in inspection.reading.unreadable:
                sentence = f"There is no fact {{{name}}}, so the reader would see the braces."
                mend = suggest(name, facts)
                yield _issue(inspection, Code.PLACEHOLDER_UNKNOWN, written, sentence, (name, mend))


def check_sameness(inspection: Inspection) -> Iterator[Issue]:
    """Every translation shows the same facts as the English, and the bot's own words the values it fills in."""
    for written in inspection.texts:
        wanted, there = wanted_names(written), placeholders(written.text)
        is_english = written.locale == SOURCE_LOCALE
        if is_english and shows_facts(written):
            continue
        for name in sorted(wanted - there):
            sentence = f"{{{name}}} is missing here, so the reader would not learn it."
            mend = f"Put {{{name}}} where the number, word or address belongs."
            yield _issue(inspection, Code.PLACEHOLDER_MISSING, written, sentence, ("", mend))
        for name in sorted(there - wanted):
            sentence = f"The English does not show {{{name}}} here; this could be another number or word."
            if not shows_facts(written):
                sentence = f"The bot fills no {{{name}}} into this text, so the reader would see the braces."
            yield _issue(inspection, Code.PLACEHOLDER_EXTRA, written, sentence, (name, _wish(wanted)))


def check_braces(inspection: Inspection) -> Iterator[Issue]:
    """Braces hold nothing but a well-formed name."""
    for written in inspection.texts:
        rest = fill(written.text, dict.fromkeys(placeholders(written.text), ""))
        for found in _BRACE.findall(rest):
            sentence = f'"{found}" is not the name of a fact, so the reader would see the brace.'
            mend = "Write the name as in facts.yaml, with small letters, a dot and underscores: {phone.return_line}."
            yield _issue(inspection, Code.PLACEHOLDER_BRACE, written, sentence, (found, mend))


def shows_facts(written: Written) -> bool:
    """Tell whether facts are filled into this text; the bot's own words get other values."""
    return written.source.domain not in {"interface", "bot"} and written.kind != "keywords"


def wanted_names(written: Written) -> frozenset[str]:
    """Return the names that this text must hold, each at least once, and no others."""
    if shows_facts(written):
        return placeholders(written.source.text)
    return _VALUES.get(written.source.context, frozenset())


def _wish(wanted: frozenset[str]) -> str:
    names = ", ".join(f"{{{name}}}" for name in sorted(wanted))
    return f"Possible here: {names}." if names else "Remove it; this text takes no values."


def _issue(
    inspection: Inspection, code: Code, written: Written, sentence: str, where_and_mend: tuple[str, str]
) -> Issue:
    fragment, mend = where_and_mend
    mark = locate(inspection.reading, written.mark, fragment) if fragment else written.mark
    is_waiting = written.state is State.OUTDATED and code is not Code.PLACEHOLDER_UNKNOWN
    return Issue(code, Severity.WARNING if is_waiting else Severity.ERROR, mark, sentence, mend)
