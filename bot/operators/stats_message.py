"""The published figures as words for a telephone: the last closed day, week and month, each beside the one before."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.content.library import Library
from bot.dialogue.messages import Block, Message, Run, plain_block
from bot.dialogue.turns import Counted, Verdict
from bot.i18n.locales import SOURCE_LOCALE
from bot.operators.naming import name_with_id
from bot.operators.periods import Period
from bot.operators.report import TITLES, Tables, explain, name_of, say_state
from bot.operators.views import Spans, Table, add_up, labels_of
from bot.ports import Figure

MOST_LETTERS = 4000
"""Of a message; Telegram takes 4096."""
_LONGEST_LIST = 12
_OF_A_DAY, _OF_A_MONTH = 3, 5
_TOTALS = {Counted.LOCALE: "Menus", Counted.STEP: "Pages"}
_LISTS = (Counted.STEP, Counted.LOCALE, Counted.CAMPAIGN)
_UNMET = (Counted.WANTED, Counted.FALLBACK, Counted.WRONG, Counted.HELPED)
_NOT_HELPED = "pages that did not help"


@dataclass(frozen=True, slots=True)
class Published:
    """What is published: the periods that are closed, all figures, and the threshold of today."""

    closed: Collection[str]
    figures: Sequence[Figure]
    k: int


def write_figures(library: Library, spans: Iterable[Spans], published: Published) -> Message:
    """Return the figures as a message in English; lists are shortened until Telegram takes it, and say so."""
    spans = tuple(spans)
    shorter_and_shorter = (_write(library, spans, published, longest) for longest in range(_LONGEST_LIST, -1, -1))
    return next(message for message in shorter_and_shorter if _letters(message) <= MOST_LETTERS)


def say(library: Library, sentence: str) -> Message:
    """Return one sentence for an operator."""
    return Message(SOURCE_LOCALE, library.bot.name, (plain_block("paragraph", sentence, SOURCE_LOCALE),))


def _write(library: Library, spans: Sequence[Spans], published: Published, longest: int) -> Message:
    blocks = [plain_block("heading", f"Figures of {library.bot.name}", SOURCE_LOCALE)]
    blocks.append(_paragraph(" ".join(explain(published.k))))
    if not any(_is_shown(published, span.last) for span in spans):
        blocks.append(_paragraph(_say_why(published)))
    lengths = {"day": min(longest, _OF_A_DAY), "week": longest, "month": min(longest, _OF_A_MONTH)}
    for span in spans if published.closed else ():
        blocks.append(plain_block("heading", name_of(span.last), SOURCE_LOCALE))
        blocks += _span_blocks(library, span, published, lengths[span.name])
    return Message(SOURCE_LOCALE, library.bot.name, tuple(blocks))


def _say_why(published: Published) -> str:
    """Say why there is nothing to read."""
    if not published.closed:
        return say_state(())
    few = (
        f"Each of these counts is fewer than {published.k}. With so few readers, figures would be about single persons."
    )
    return f"{few} {say_state(published.closed)}"


def _span_blocks(library: Library, span: Spans, published: Published, longest: int) -> Iterator[Block]:
    if not _is_closed(published, span.last):
        yield _paragraph("Nothing is published of it: the bot was not running, or has not closed it yet.")
        return
    now, before = add_up(published.figures, span.last), add_up(published.figures, span.before)
    k, has_before = published.k, _is_closed(published, span.before)
    totals = [f"{name}: {_beside(now[what].total, before[what].total, k)}" for what, name in _TOTALS.items()]
    not_found, earlier = (dict(tables[Counted.SEARCH].figures).get("not-found", 0) for tables in (now, before))
    if not_found or earlier:
        totals.append(f"Typed words that found nothing: {_beside(not_found, earlier, k)}")
    if not has_before:
        totals.append("Nothing is published of the one before.")
    yield _paragraph("\n".join(totals))
    for what in (*_LISTS, *_UNMET):
        lines = list(_lines(library, _pick(now, what), _pick(before, what), k))
        if lines:
            yield _list_block(_title(what), lines, longest)


def _pick(tables: Tables, what: Counted) -> Table:
    """Return what is listed of a dimension: of the answers to "Did this page help?" those that say no."""
    table = tables[what]
    if what is Counted.HELPED:
        end = f"|{Verdict.NO}"
        return Table(what, tuple((value.removesuffix(end), n) for value, n in table.figures if value.endswith(end)))
    return table


def _title(what: Counted) -> str:
    title = _NOT_HELPED if what is Counted.HELPED else TITLES[what]
    return title[0].upper() + title[1:]


def _lines(library: Library, now: Table, before: Table, k: int) -> Iterator[str]:
    earlier, later = dict(before.figures), dict(now.figures)
    for value in dict.fromkeys((*later, *earlier)):
        name = name_with_id(library, now.what, value)
        yield f"{name}: {_beside(later.get(value, 0), earlier.get(value, 0), k)}"


def _list_block(title: str, lines: Sequence[str], longest: int) -> Block:
    rows = [f"\n• {line}" for line in lines[:longest]]
    if len(lines) > longest:
        rows.append(f"\n… and {len(lines) - longest} more, in the file")
    return Block("paragraph", (Run(title, bold=True), Run("".join(rows))), SOURCE_LOCALE)


def _beside(n: int, earlier: int, k: int) -> str:
    return f"{_number(n, k)} (before: {_number(earlier, k)})"


def _number(n: int, k: int) -> str:
    return str(n) if n else f"fewer than {k}"


def _paragraph(text: str) -> Block:
    return plain_block("paragraph", text, SOURCE_LOCALE)


def _is_closed(published: Published, period: Period) -> bool:
    return not labels_of([period]).isdisjoint(published.closed)


def _is_shown(published: Published, period: Period) -> bool:
    tables = add_up(published.figures, period)
    return any(tables[what].figures for what in (*_LISTS, *_UNMET, Counted.SEARCH))


def _letters(message: Message) -> int:
    """Return how long a message is when each block stands apart."""
    return sum(len(block.words) + 2 for block in message.blocks)
