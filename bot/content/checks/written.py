"""Every text of the content in every language, with what it is and where it stands."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal

from babel.messages.pofile import denormalize

from bot.content.issues import Mark
from bot.content.library import Library
from bot.content.marks import Path
from bot.content.memo import digest_of
from bot.content.model import Flow
from bot.content.phrases import Phrase, placeholders
from bot.content.reader import Reading
from bot.content.texts import menu_context, step_context
from bot.content.translations import catalogue_file, ledger_file
from bot.i18n.catalogues import SourceText
from bot.i18n.ledger import State
from bot.i18n.locales import SOURCE_LOCALE
from bot.i18n.plain_catalogue import read_plain

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


@dataclass(frozen=True, slots=True)
class TextGroup:
    """The texts of one domain in one language, with what their checks can depend on.

    `key` is equal only if every text, its state and its place are. `joined` is all of them, for a quick look. `states`
    counts the English texts by the state they have here. `marks` holds every context of the catalogue, also those that
    no text has any more.
    """

    locale: str
    domain: str
    texts: tuple[Written, ...]
    key: Hashable
    joined: str
    states: Mapping[State, int]
    marks: Mapping[str, Mark]

    @property
    def is_source(self) -> bool:
        """Tell whether these are the English texts."""
        return self.locale == SOURCE_LOCALE

    @property
    def names(self) -> frozenset[str]:
        """The names between braces in these texts."""
        return placeholders(self.joined)

    def only(self, texts: tuple[Written, ...]) -> "TextGroup":
        """Return some of these texts as a group."""
        return replace(self, texts=texts, joined=_join(texts))


def source_groups(reading: Reading, library: Library) -> Iterator[TextGroup]:
    """Yield the English texts, domain by domain."""
    domains: dict[str, list[SourceText]] = {}
    for source in library.source_texts.values():
        domains.setdefault(source.domain, []).append(source)
    for domain, sources in domains.items():
        files = (f"flows/{domain}.yaml", f"{domain}.yaml")
        key = (SOURCE_LOCALE, domain, *(reading.files.get(file) for file in files))
        yield reading.memo.recall(("texts", key), partial(_source_group, reading, library, key, sources))


def _source_group(reading: Reading, library: Library, key: tuple[Any, ...], sources: list[SourceText]) -> TextGroup:
    domain = key[1]
    marks = dict(_source_marks(reading, library, domain))
    texts = tuple(
        Written(one, kind_of(one), SOURCE_LOCALE, one.text, State.REVIEWED, marks.get(one.context, Mark("bot.yaml")))
        for one in sources
    )
    return TextGroup(SOURCE_LOCALE, domain, texts, key, _join(texts), {}, {})


def translated_groups(reading: Reading, library: Library, sources: tuple[TextGroup, ...]) -> Iterator[TextGroup]:
    """Yield the texts that exist in other languages, and the catalogues whose texts are all gone."""
    by_domain = {group.domain: group for group in sources}
    digests = {
        domain: reading.memo.recall(("english", group.key), partial(_digest, group))
        for domain, group in by_domain.items()
    }
    for locale in library.locales:
        if locale == SOURCE_LOCALE:
            continue
        for domain in dict.fromkeys([*by_domain, *_catalogues(reading, locale)]):
            bytes_of = (reading.files.get(file(locale, domain)) for file in (catalogue_file, ledger_file))
            key = (locale, domain, digests.get(domain), *bytes_of)
            english = by_domain[domain].texts if domain in by_domain else ()
            make = partial(_translated_group, reading, library, key, english)
            yield reading.memo.recall(("texts", key), make)


def _digest(group: TextGroup) -> str:
    return digest_of([(one.source, one.kind) for one in group.texts])


def _translated_group(
    reading: Reading, library: Library, key: tuple[Any, ...], english: tuple[Written, ...]
) -> TextGroup:
    locale, domain, *_ = key
    file = catalogue_file(locale, domain)
    marks = reading.memo.recall(("marks", file, reading.files.get(file)), partial(catalogue_marks, reading, file))
    known = library.texts.get(locale, {})
    found = [(written, known.get(written.source.context)) for written in english]
    states = Counter(translated.state if translated else State.MISSING for _, translated in found)
    texts = tuple(
        Written(one.source, one.kind, locale, there.text, there.state, marks.get(one.source.context, Mark(file)))
        for one, there in found
        if there and there.state is not State.MISSING
    )
    return TextGroup(locale, domain, texts, key, _join(texts), states, marks)


def _join(texts: Iterable[Written]) -> str:
    return "\n\n".join(written.text for written in texts)


def _catalogues(reading: Reading, locale: str) -> Iterator[str]:
    """Yield the domains of which a language has a catalogue."""
    folder = catalogue_file(locale, "").removesuffix(".po")
    for file in reading.files:
        if file.startswith(folder) and file.endswith(".po"):
            yield file.removeprefix(folder).removesuffix(".po")


def catalogue_marks(reading: Reading, file: str) -> dict[str, Mark]:
    """Return where each context of a catalogue stands."""
    lines = _lines(reading, file)
    plain = read_plain(reading.files.get(file, b""))
    if plain is not None:
        return {entry.context: Mark(file, entry.line, 1, lines[entry.line - 1]) for entry in plain}
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


def _source_marks(reading: Reading, library: Library, domain: str) -> Iterator[tuple[str, Mark]]:
    """Yield where each text of a domain stands."""
    paths = _flow_paths(library.flows[domain]) if domain in library.flows else iter(())
    for context, identifier, path in (*paths, *_entry_paths(library, domain)):
        yield context, reading.mark(identifier, *path)
    phrases = ((f"interface.{phrase}", (phrase.value,)) for phrase in Phrase)
    top = {"bot": _bot_paths(library), "interface": phrases}
    for context, path in top.get(domain, ()):
        document = reading.documents.get(f"{domain}.yaml")
        yield context, document.find_mark(path) if document else Mark(f"{domain}.yaml")


def _entry_paths(library: Library, domain: str) -> Iterator[tuple[str, str, Path]]:
    for name in library.glossary if domain == "glossary" else ():
        yield f"glossary.{name}.term", f"term:{name}", ("term",)
        yield f"glossary.{name}.text", f"term:{name}", ("text",)
    for name in library.notices if domain == "notices" else ():
        yield f"notices.{name}", f"notice:{name}", ("text",)


def _flow_paths(flow: Flow) -> Iterator[tuple[str, str, Path]]:
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
