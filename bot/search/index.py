"""Typed words lead to steps: an in-memory full-text index of three-letter pieces, one for each language.

Chosen by measurement over 81 queries in 19 languages: trigrams with folded spelling found the right page first
more often than stemming or whole words, and forgive inflected forms.
"""

import sqlite3

from bot.content.library import Library
from bot.content.markup import plain_words
from bot.content.model import Step
from bot.content.remembering import remembered
from bot.content.texts import step_context
from bot.i18n.locales import SOURCE_LOCALE
from bot.places.spelling import fold

MAX_WORDS = 12
"""Further words of a long message are not looked up."""
_PIECE = 3


def find_steps(library: Library, locale: str, words: str, limit: int = 5) -> tuple[Step, ...]:
    """Return the steps that fit typed words best, in the person's language; none for words of no step.

    Titles weigh more than keywords, keywords more than texts. Words of one or two letters match only a title
    or keyword that begins with them.
    """
    index = _index_of(library, locale).connection
    folded = fold(words).split()[:MAX_WORDS]
    pieces = {word[at : at + _PIECE] for word in folded for at in range(len(word) - _PIECE + 1)}
    if not pieces:
        return _find_short(library, locale, folded, limit)
    query = " OR ".join(f'"{piece}"' for piece in sorted(pieces))
    rows = index.execute(
        "SELECT step, words, bm25(steps, 0, 8.0, 6.0, 1.0) AS rank FROM steps(?) ORDER BY rank LIMIT 40",
        (query,),
    ).fetchall()
    scored = [(_shared(pieces, folded, row[1]), row[2], row[0]) for row in rows]
    fitting = sorted((-share, rank, step) for share, rank, step in scored if share >= _NEEDED)
    return tuple(library.steps[step] for _, _, step in fitting[:limit])


_NEEDED = 0.6
"""Part of the pieces of the best typed word that a page must hold."""


def _shared(pieces: set[str], folded: list[str], text: str) -> float:
    """Return how much of the best-matching typed word a page holds, rounded so that rank decides among equals."""
    del pieces
    best = 0.0
    for word in folded:
        parts = [word[at : at + _PIECE] for at in range(len(word) - _PIECE + 1)]
        if parts:
            best = max(best, sum(part in text for part in parts) / len(parts))
    return round(best, 1)


def _find_short(library: Library, locale: str, folded: list[str], limit: int) -> tuple[Step, ...]:
    found = []
    for step in library.steps.values():
        names = f"{_text(library, locale, step, 'title')} {_text(library, locale, step, 'keywords')}"
        if folded and any(name.startswith(word) for word in folded for name in fold(names).split()):
            found.append(step)
    return tuple(found[:limit])


class _Index:
    """An index that goes with its library: an open connection is part of a circle, and its memory would stay."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __del__(self) -> None:
        self.connection.close()


@remembered
def _index_of(library: Library, locale: str) -> _Index:
    index = sqlite3.connect(":memory:", check_same_thread=False)
    index.execute("CREATE VIRTUAL TABLE steps USING fts5(step UNINDEXED, title, keywords, words, tokenize='trigram')")
    rows = []
    for step in library.steps.values():
        if not library.is_readable(step, locale):
            continue
        title = fold(_text(library, locale, step, "title"))
        keywords = fold(_text(library, locale, step, "keywords"))
        text = fold(plain_words(_text(library, locale, step, "text")))
        rows.append((step.id, title, keywords, f"{title} {keywords} {text}"))
    index.executemany("INSERT INTO steps VALUES (?, ?, ?, ?)", rows)
    return _Index(index)


def _text(library: Library, locale: str, step: Step, part: str) -> str:
    """Return a part of a step in just this language; keywords in English too: people type 9bis and 112 anywhere."""
    locales = (locale, SOURCE_LOCALE) if part == "keywords" and locale != SOURCE_LOCALE else (locale,)
    found = (library.find_text(one, step_context(step, part)) for one in locales)
    return " ".join(one.text for one in found if one)
