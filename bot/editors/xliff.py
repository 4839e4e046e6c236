"""Translations as XLIFF 1.2, which Weblate, OmegaT, memoQ and Trados all read."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET  # writes only: defusedxml parses what comes from outside

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.editors.exchange import Returned, Row, Table
from bot.i18n.ledger import State
from bot.i18n.locales import SOURCE_LOCALE

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_STATES: Mapping[str, str] = {
    State.MISSING: "needs-translation",
    State.MACHINE: "needs-review-translation",
    State.HUMAN: "translated",
    State.REVIEWED: "final",
    State.OUTDATED: "needs-adaptation",
}
_FORBIDDEN = re.compile("[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What XML 1.0 cannot hold."""


def write_xliff(rows: Iterable[Row], locale: str) -> bytes:
    """Return a document with a file for each topic."""
    flows: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        flows[row.context.partition(".")[0]].append(row)
    document = ET.Element("xliff", {"version": "1.2", "xmlns": _NAMESPACE})
    for flow, texts in flows.items():
        languages = {"source-language": SOURCE_LOCALE, "target-language": locale}
        file = ET.SubElement(document, "file", {"original": flow, "datatype": "plaintext", **languages})
        body = ET.SubElement(file, "body")
        for row in texts:
            _add_unit(body, row)
    ET.indent(document)
    return bytes(ET.tostring(document, encoding="utf-8", xml_declaration=True))


def _add_unit(body: ET.Element, row: Row) -> None:
    limit = {"maxwidth": str(row.limit), "size-unit": "char"} if row.limit else {}
    unit = ET.SubElement(body, "trans-unit", {"id": row.context, "xml:space": "preserve", **limit})
    ET.SubElement(unit, "source").text = _FORBIDDEN.sub("", row.english)
    if row.translation:
        target = ET.SubElement(unit, "target", {"state": _STATES[row.state]})
        target.text = _FORBIDDEN.sub("", row.translation)
    group = ET.SubElement(unit, "context-group", {"purpose": "information"})
    for kind, value in (("x-page", row.page), ("x-link", row.link), ("x-mark", row.mark)):
        if value:
            ET.SubElement(group, "context", {"context-type": kind}).text = _FORBIDDEN.sub("", value)
    if row.note:
        ET.SubElement(unit, "note", {"from": "developer"}).text = _FORBIDDEN.sub("", row.note)


def read_xliff(data: bytes) -> Table:
    """Return what came back; signs that a translator's program put around parts of a text are taken away.

    Raises:
        ValueError: the file is no XLIFF 1.2, or holds what no such file needs; the message says what to do.
    """
    try:
        document = fromstring(data, forbid_dtd=True)
    except (ET.ParseError, DefusedXmlException, ValueError, LookupError) as problem:
        raise ValueError("It cannot be read as XLIFF. Save or export it again as XLIFF 1.2.") from problem
    files = document.findall("{*}file")
    locales = {file.get("target-language", "") for file in files}
    if not files or len(locales) != 1:
        raise ValueError("It is not an XLIFF 1.2 document in one language. Export it again as such.")
    units = [unit for file in files for unit in file.iter(f"{{{_NAMESPACE}}}trans-unit")]
    return Table(locales.pop(), tuple(_returned(number, unit) for number, unit in enumerate(units, 1)))


def _returned(number: int, unit: ET.Element) -> Returned:
    mark = unit.find("{*}context-group/{*}context[@context-type='x-mark']")
    return Returned(
        number, unit.get("id", ""), _text(unit.find("{*}source")), _text(unit.find("{*}target")), _text(mark)
    )


def _text(element: ET.Element | None) -> str:
    return "" if element is None else "".join(element.itertext()).strip()
