"""Every text of the content in every language, with what it is and where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from babel.messages.pofile import denormalize

from bot.content.issues import Mark
from bot.content.library import Library
from bot.content.marks import Path
from bot.content.reader import Reading
from bot.content.texts import menu_context, step_context
from bot.content.translations import catalogue_file
from bot.i18n.catalogues import SourceText
from bot.i18n.ledger import State
from bot.i18n.locales import SOURCE_LOCALE

TextKind = Literal["title", "text", "button", "keywords", "profile", "phrase"]
_LOOK_AHEAD = 60
"""Lines below its key in which a part of a text is looked for."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text in one language; `source` is the English it belongs to."""

    source: SourceText
    kind: TextKind
    locale: str
    text: str
    state: State
    mark: Mark


def written_texts(reading: Reading, library: Library) -> Iterator[Written]:
    """Yield every English text."""
    marks = dict(_source_marks(reading, library))
    for context, source in library.source_texts.items():
        mark = marks.get(context, Mark("bot.yaml"))
        yield Written(source, kind_of(source), SOURCE_LOCALE, source.text, State.REVIEWED, mark)


def translated_texts(reading: Reading, library: Library, sources: tuple[Written, ...]) -> Iterator[Written]:
    """Yield every text that exists in another language."""
    for locale in library.locales:
        if locale == SOURCE_LOCALE:
            continue
        marks: dict[str, Mark] = {}
        for domain in dict.fromkeys(written.source.domain for written in sources):
            marks |= catalogue_marks(reading, catalogue_file(locale, domain))
        for written in sources:
            found = library.find_text(locale, written.source.context)
            if found is not None:
                file = catalogue_file(locale, written.source.domain)
                mark = marks.get(written.source.context, Mark(file))
                yield Written(written.source, written.kind, locale, found.text, found.state, mark)


def catalogue_marks(reading: Reading, file: str) -> dict[str, Mark]:
    """Return where each context of a catalogue stands."""
    lines = _lines(reading, file)
    marks: dict[str, Mark] = {}
    for number, line in enumerate(lines, 1):
        if not line.startswith("msgctxt "):
            continue
        parts = [line.removeprefix("msgctxt ")]
        for following in lines[number:]:
            if not following.startswith('"'):
                break
            parts.append(following)
        marks[denormalize("\n".join(parts))] = Mark(file, number, 1, line)
    return marks


def locate(reading: Reading, mark: Mark, fragment: str) -> Mark:
    """Return where a fragment of the text at this mark stands; the mark itself if it is broken over lines."""
    lines = _lines(reading, mark.file)
    wanted = fragment.split("\n", 1)[0]
    is_wanted_text = not mark.file.endswith(".po")
    for number in range(mark.line, min(len(lines), mark.line + _LOOK_AHEAD) + 1):
        line = lines[number - 1]
        if number > mark.line and _is_next_entry(line, mark):
            break
        is_wanted_text = is_wanted_text or line.startswith("msgstr")
        column = line.find(wanted, mark.column - 1 if number == mark.line else 0)
        if wanted and column >= 0 and is_wanted_text:
            return Mark(mark.file, number, column + 1, line)
    return mark


def _is_next_entry(line: str, mark: Mark) -> bool:
    if mark.file.endswith(".po"):
        return not line.strip()
    return bool(line.strip()) and len(line) - len(line.lstrip()) < mark.column


def _lines(reading: Reading, file: str) -> list[str]:
    return reading.files.get(file, b"").decode("utf-8-sig", errors="replace").splitlines()


def kind_of(source: SourceText) -> TextKind:
    """Return what an English text is, from its context."""
    parts = source.context.split(".")
    if source.domain == "interface":
        return "phrase"
    if source.domain == "bot":
        return "profile" if parts[1] in {"description", "about"} else "button"
    if source.domain in {"glossary", "notices"}:
        return "phrase" if parts[-1] == "term" else "text"
    kinds: Mapping[str, TextKind] = {"title": "title", "text": "text", "keywords": "keywords"}
    return kinds.get(parts[-1], "button")


def _source_marks(reading: Reading, library: Library) -> Iterator[tuple[str, Mark]]:
    for context, identifier, path in _flow_paths(library):
        yield context, reading.mark(identifier, *path)
    for name in library.glossary:
        yield f"glossary.{name}.term", reading.mark(f"term:{name}", "term")
        yield f"glossary.{name}.text", reading.mark(f"term:{name}", "text")
    for name in library.notices:
        yield f"notices.{name}", reading.mark(f"notice:{name}", "text")
    for context, bot_path in _bot_paths(library):
        yield context, reading.documents["bot.yaml"].find_mark(bot_path)
    phrases = reading.documents.get("interface.yaml")
    for context in library.source_texts:
        if context.startswith("interface."):
            path = (context.removeprefix("interface."),)
            yield context, phrases.find_mark(path) if phrases else Mark("interface.yaml")


def _flow_paths(library: Library) -> Iterator[tuple[str, str, Path]]:
    for flow in library.flows.values():
        yield f"{flow.flow}.title", f"flow:{flow.flow}", ("title",)
        for step in flow.steps.values():
            for part in ("title", "text", "keywords"):
                yield step_context(step, part), f"step:{step.id}", (part,)
            for number, option in enumerate(step.options):
                context = step_context(step, f"option.{option.slug}")
                yield context, f"step:{step.id}", ("options", number, "text")


def _bot_paths(library: Library) -> Iterator[tuple[str, Path]]:
    for key in ("description", "about"):
        yield f"bot.{key}", (key,)
    for number, entry in enumerate(library.bot.menu):
        yield menu_context(entry.to), ("menu", number, "text")
    for kind in library.bot.kinds:
        yield f"bot.kind.{kind}", ("kinds", kind, "text")
    for province in library.bot.provinces:
        yield f"bot.province.{province}", ("provinces", province)
