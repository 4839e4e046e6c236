"""The small Markdown of texts: what may be written, and that each sign has its partner."""

import re
from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.written import Written, locate
from bot.content.issues import Issue, error
from bot.content.markup import read_markup
from bot.content.phrases import fill, placeholders

_FORBIDDEN = (
    (re.compile(r"^\s{0,3}#{1,6}\s.*", re.MULTILINE), "a heading", "Use the title of the step, or **bold** words."),
    (re.compile(r"!?\[[^\]\n]*\]\([^)\n]*\)"), "a link", "Put the address into facts.yaml and write {link.…}."),
    (re.compile(r"`+"), "a backtick", "Remove it."),
    (re.compile(r"</?[a-zA-Z][^>\n]*>|&[a-z]+;"), "HTML", 'Write **bold**, _italic_ and lists with "- " only.'),
    (
        re.compile(r"^\s{0,3}(?:>|\*\s|\+\s|[0-9]+[.)]\s|-{3,}|={3,}|\|).*", re.MULTILINE),
        "a sign of Markdown that is not used here",
        'Lists begin with "- "; nothing else is possible at the beginning of a line.',
    ),
)
_HINT = re.compile(r"[*_`\[<&#|=]|^\s{0,3}(?:>|\+|[0-9]|---)", re.MULTILINE)
"""What any of these signs holds; most texts have none."""
_SOUND = re.compile(r"\*\*\w(?:[^*_\n]*\w)?\*\*")
"""Bold words that are such whatever stands around them."""
_PARTNERLESS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")


def check_markup(inspection: Inspection) -> Iterator[Issue]:
    """A text has paragraphs, lists, bold and italic words, and nothing else; a short text has none of them."""
    for written in inspection.suspects(_HINT.search):
        for fragment, sentence, mend in _faults(written):
            mark = locate(inspection.reading, written.mark, fragment)
            yield error(Code.PROSE_MARKUP, mark, sentence, mend)


def _faults(written: Written) -> Iterator[tuple[str, str, str]]:
    text = fill(written.text, dict.fromkeys(placeholders(written.text), "x"))
    for pattern, name, mend in _FORBIDDEN:
        found = pattern.search(text)
        if found:
            yield found.group().strip()[:20], f"Here stands {name}. The reader would see the signs.", mend
            return
    if written.kind == "text":
        lonely = _find_lonely(text)
        if lonely:
            sentence = f'A sign "{lonely}" has no partner, so the reader would see it.'
            yield lonely, sentence, "Write **bold** or _italic_ with the sign on both sides and no space inside."
        return
    signs = _PARTNERLESS.search(text)
    if signs and written.kind != "keywords":
        sentence = f'"{signs.group()}" stands in a text that can have no bold or italic words.'
        yield signs.group(), sentence, "Remove it."


def _find_lonely(text: str) -> str:
    if not _PARTNERLESS.search(_SOUND.sub("", text)):
        return ""
    for block in read_markup(text):
        for span in block.spans:
            found = _PARTNERLESS.search(span.text)
            if found:
                return found.group()
    return ""
