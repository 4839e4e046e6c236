"""From the entries of all files to one library, with the texts of every language and the key of every button."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.content.audio import Sounds
from bot.content.gazetteer import Area
from bot.content.issues import Issue
from bot.content.keys import assign_keys
from bot.content.library import Library
from bot.content.memo import Memo
from bot.content.model import Bot, Campaign, Fact, Flow, Notice, Place, Source, Term
from bot.content.showing import shown_identifiers
from bot.content.talks import Talk
from bot.content.texts import bot_texts, flow_texts, notice_texts, phrase_texts, term_texts
from bot.content.translations import read_translations
from bot.content.wishes import wish_identifiers
from bot.i18n.catalogues import SourceText

_NO_DATE = date(2026, 1, 1)
"""The date of content that names none."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What was read beside bot.yaml and translations; `recorded` maps ids of buttons to the keys they already have."""

    flows: dict[str, Flow]
    facts: dict[str, Fact]
    sources: dict[str, Source]
    glossary: dict[str, Term]
    places: dict[str, Place]
    notices: dict[str, Notice]
    campaigns: dict[str, Campaign]
    questions: dict[str, str]
    phrases: dict[str, str]
    talks: tuple[Talk, ...]
    areas: tuple[Area, ...]
    recorded: dict[str, str]

    def dates(self) -> Iterator[date]:
        """Yield every day on which something was seen, or compared with its source."""
        entries: tuple[Fact | Source | Place, ...] = (
            *self.facts.values(), *self.sources.values(), *self.places.values(),
        )  # fmt: skip
        days = [day for entry in entries for day in (entry.seen, entry.checked)]
        yield from (day for day in (*days, *(flow.checked for flow in self.flows.values())) if day)


def assemble(
    bot: Bot, parts: Parts, files: Mapping[str, bytes], sounds: Sounds, memo: Memo
) -> tuple[Library, list[Issue]]:
    """Return the library, still without recordings, and what could not be read of the translations."""
    steps = {step.id: step for flow in parts.flows.values() for step in flow.steps.values()}
    moved = {old if "." in old else f"{step.flow}.{old}": step.id for step in steps.values() for old in step.moved_from}
    source_texts = {text.context: text for text in _source_texts(bot, parts, files, memo)}
    texts, issues = read_translations(files, bot, source_texts, memo)
    library = Library(
        bot=bot, flows=parts.flows, steps=steps, facts=parts.facts, sources=parts.sources,
        glossary=parts.glossary, places=parts.places, notices=parts.notices, campaigns=parts.campaigns,
        questions=parts.questions, areas=parts.areas, talks=parts.talks, source_texts=source_texts, texts=texts,
        keys=assign_keys(parts.recorded, _identifiers(bot, parts)), moved=moved,
        content_date=max(parts.dates(), default=_NO_DATE), revision=revision_of(files, sounds, memo),
    )  # fmt: skip
    return library, issues


def _source_texts(bot: Bot, parts: Parts, files: Mapping[str, bytes], memo: Memo) -> Iterator[SourceText]:
    yield from phrase_texts(parts.phrases)
    yield from bot_texts(bot)
    yield from term_texts(parts.glossary)
    yield from notice_texts(parts.notices)
    for name, flow in parts.flows.items():
        yield from memo.recall(("flow-texts", name, files[f"flows/{name}.yaml"]), partial(_flow_texts, flow))


def _flow_texts(flow: Flow) -> tuple[SourceText, ...]:
    return tuple(flow_texts(flow))


def _identifiers(bot: Bot, parts: Parts) -> list[str]:
    """Return every id that a button can carry."""
    names = [f"kind:{kind}" for kind in bot.kinds]
    names += [f"province:{province}" for province in sorted({area.province for area in parts.areas})]
    names += [f"place:{place}" for place in parts.places]
    names += [f"term:{term}" for term in parts.glossary]
    for flow in parts.flows.values():
        for step in flow.steps.values():
            names.append(f"step:{step.id}")
            if step.remember:
                names.append(f"question:{step.remember}")
            names += [f"answer:{option.answer}" for option in step.options if option.answer]
    return list(dict.fromkeys([*names, *wish_identifiers(), *shown_identifiers()]))


def revision_of(files: Mapping[str, bytes], sounds: Sounds | None = None, memo: Memo | None = None) -> str:
    """Return a hash of all content: two folders with the same one hold the same bytes."""
    known, digest = memo or Memo(), hashlib.sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{name}\0{known.recall(('digest', data), partial(_digest, data))}\0".encode())
    for name, sound in sorted((sounds or {}).items()):
        digest.update(f"{name}\0{sound.size}\0{sound.digest}\0".encode())
    return digest.hexdigest()[:16]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
