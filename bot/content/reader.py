"""From the bytes of the content folder to the library and every issue of every file at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar

from bot.content.assembling import Parts, assemble
from bot.content.audio import AUDIO_FOLDER, RecordingEntry, Sounds, entries_file
from bot.content.documents import read_document, read_entries, read_flow
from bot.content.gazetteer import read_gazetteer
from bot.content.issues import Issue, Mark, error
from bot.content.keys import read_lock
from bot.content.library import Library
from bot.content.marks import Node, Path, suggest
from bot.content.memo import Memo
from bot.content.model import Bot, Campaign, Entry, Fact, Flow, Notice, Place, Source, Term
from bot.content.phrases import Phrase
from bot.content.reading_aloud import fitting
from bot.content.schema import make_entry
from bot.content.talks import Talk, read_talk
from bot.content.term_base import TERMS_FOLDER, TermWords
from bot.content.tone import Tone
from bot.i18n.locales import LANGUAGES

Model = TypeVar("Model", bound=Entry)

LOCK_FILE = "ids.lock"
GAZETTEER_FILE = "gazetteer.tsv"


@dataclass(slots=True)
class Reading:
    """What came of reading: the library (None if bot.yaml itself is unusable), the issues, and where things stand.

    `documents` maps a file to its top node; `unreadable` holds ids of entries that were left out for their faults.
    `tones` maps a locale to its words that need a second look; only checks want them, so the library has none.
    So does `term_bases`, with the words for each term of the glossary.
    `recordings` maps a locale to what is written of its recordings; the library has those that fit.
    `memo` keeps what was made of a file, for the checks and for the next reading.
    """

    library: Library | None = None
    issues: list[Issue] = field(default_factory=list)
    documents: dict[str, Node] = field(default_factory=dict)
    homes: dict[str, tuple[str, Path]] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    recorded: dict[str, str] = field(default_factory=dict)
    tones: dict[str, Tone] = field(default_factory=dict)
    term_bases: dict[str, dict[str, TermWords]] = field(default_factory=dict)
    recordings: dict[str, dict[str, RecordingEntry]] = field(default_factory=dict)
    sounds: Sounds = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    memo: Memo = field(default_factory=Memo)

    def mark(self, identifier: str, *path: str | int) -> Mark:
        """Return where an entry, or a part of it, stands; the parts follow its id: "fact:phone.x", "value"."""
        file, home = self.homes[identifier]
        return self.documents[file].find_mark((*home, *path))


def read_content(files: Mapping[str, bytes], sounds: Sounds | None = None, memo: Memo | None = None) -> Reading:
    """Return all content as a library, with every issue of every file.

    Args:
        files: path below the content folder, with forward slashes -> bytes.
        sounds: what is known of the files of sound, by the same paths; without it no recording is played.
        memo: what is known from readings before; the result is the same without it.
    """
    reading = Reading(files=files, sounds=sounds or {}, memo=memo or Memo())
    bot = _read_bot(reading, files)
    parts = _read_parts(reading, files)
    _read_tones(reading, files)
    _read_term_bases(reading, files)
    _read_recordings(reading, files)
    if bot is not None:
        library, issues = assemble(bot, parts, files, reading.sounds, reading.memo)
        reading.issues += issues
        reading.library = replace(library, recordings=fitting(library, reading.recordings, reading.sounds))
    return reading


def _read_parts(reading: Reading, files: Mapping[str, bytes]) -> Parts:
    return Parts(
        flows=_read_flows(reading, files),
        facts=_read_entries(reading, files, ["facts.yaml"], Fact, "fact"),
        sources=_read_entries(reading, files, ["sources.yaml"], Source, "source"),
        glossary=_read_entries(reading, files, ["glossary.yaml"], Term, "term"),
        places=_read_entries(reading, files, _below(files, "places/"), Place, "place"),
        notices=_read_entries(reading, files, ["notices.yaml"], Notice, "notice"),
        campaigns=_read_entries(reading, files, ["campaigns.yaml"], Campaign, "campaign"),
        questions=_read_questions(reading, files),
        phrases=_read_phrases(reading, files),
        talks=_read_talks(reading, files),
        areas=_read_areas(reading, files),
        recorded=_read_recorded(reading, files),
    )


def _read_recorded(reading: Reading, files: Mapping[str, bytes]) -> dict[str, str]:
    try:
        reading.recorded = read_lock(files.get(LOCK_FILE, b""))
    except (ValueError, UnicodeDecodeError) as problem:
        mend = "Bring the file back as it was before; it is written by wegwijs ids only."
        reading.issues.append(error("ids-lock", Mark(LOCK_FILE), str(problem), mend))
    return reading.recorded


def _read_areas(reading: Reading, files: Mapping[str, bytes]) -> tuple[Any, ...]:
    table = files.get(GAZETTEER_FILE)
    if table is None:
        return ()
    try:
        return reading.memo.recall(("gazetteer", table), partial(read_gazetteer, table))
    except ValueError as problem:
        sentence = f"The table of postcodes cannot be used: {problem}."
        reading.issues.append(error("gazetteer-broken", Mark(GAZETTEER_FILE), sentence, "Bring the file back."))
        return ()


def _read_bot(reading: Reading, files: Mapping[str, bytes]) -> Bot | None:
    document = _open(reading, files, "bot.yaml")
    if document is None:
        return None
    values = document.plain()
    injected: dict[str, object] = {}
    for group in ("locales", "kinds"):
        if isinstance(values.get(group), dict):
            injected[group] = {
                name: ({**entry, "id": name} if isinstance(entry, dict) else entry)
                for name, entry in values[group].items()
            }
    bot, issues = make_entry(Bot, document, injected)
    reading.issues += issues
    for locale in bot.locales if bot else ():
        if locale not in LANGUAGES:
            mark = document.find_mark(("locales", locale))
            sentence = f'"{locale}" is no language this bot knows.'
            reading.issues.append(error("bot-locale", mark, sentence, suggest(locale, LANGUAGES)))
    if bot and not set(bot.locales) <= set(LANGUAGES):
        return None
    return bot


def _read_flows(reading: Reading, files: Mapping[str, bytes]) -> dict[str, Flow]:
    flows: dict[str, Flow] = {}
    for file in _below(files, "flows/"):
        name = file.removeprefix("flows/").removesuffix(".yaml")
        reading.unreadable.add(f"flow:{name}")
        document = _open(reading, files, file)
        if document is None:
            continue
        made = reading.memo.recall(("flow", file, files[file]), partial(read_flow, name, document))
        reading.issues += made.issues
        flow = made.entry
        if flow is None:
            continue
        reading.unreadable.discard(f"flow:{name}")
        flows[name] = flow
        reading.homes[f"flow:{name}"] = (file, ())
        for step in flow.steps.values():
            reading.homes[f"step:{step.id}"] = (file, ("steps", step.name))
    return flows


def _read_entries(
    reading: Reading, files: Mapping[str, bytes], names: Iterable[str], model: type[Model], kind: str
) -> dict[str, Model]:
    entries: dict[str, Model] = {}
    for file in names:
        document = _open(reading, files, file) if file in files else None
        if document is None:
            continue
        made = reading.memo.recall(("entries", model, file, files[file]), partial(read_entries, document, model))
        for name, one in made.items():
            identifier = f"{kind}:{name}"
            if name in entries:
                first = reading.mark(identifier)
                sentence = f'"{name}" stands twice: also in {first.file}, line {first.line}.'
                mark = document.find_mark((name,))
                reading.issues.append(error("entry-twice", mark, sentence, "Keep one of the two."))
                continue
            reading.issues += one.issues
            if one.entry is None:
                reading.unreadable.add(identifier)
                continue
            entries[name] = one.entry
            reading.homes[identifier] = (file, (name,))
    return entries


def _read_questions(reading: Reading, files: Mapping[str, bytes]) -> dict[str, str]:
    """Return what people ask -> the step that answers it."""
    document = _open(reading, files, "questions.yaml") if "questions.yaml" in files else None
    return {question: str(step) for question, step in document.plain().items()} if document else {}


def _read_phrases(reading: Reading, files: Mapping[str, bytes]) -> dict[str, str]:
    document = _open(reading, files, "interface.yaml")
    written = document.plain() if document else {}
    phrases: dict[str, str] = {}
    for phrase in Phrase:
        text = written.get(phrase.value)
        if isinstance(text, str) and text.strip():
            phrases[phrase.value] = text.strip()
        elif document:
            sentence = f'The bot needs the words "{phrase.value}" and they are not there.'
            mend = f'Add the line "{phrase.value}: …".'
            reading.issues.append(error("interface-missing", document.mark, sentence, mend))
            phrases[phrase.value] = phrase.value
    for name in written:
        if document and name not in set(Phrase):
            sentence = f'The bot never says "{name}".'
            mark = document.find_mark((name,))
            reading.issues.append(error("interface-unknown", mark, sentence, suggest(name, set(Phrase))))
    return phrases


def _read_talks(reading: Reading, files: Mapping[str, bytes]) -> tuple[Talk, ...]:
    talks = []
    for file in sorted(name for name in files if name.startswith("talks/") and name.endswith(".talk")):
        talk, issues = reading.memo.recall(("talk", file, files[file]), partial(read_talk, file, files[file]))
        reading.issues += issues
        if talk:
            talks.append(talk)
    return tuple(talks)


def _read_tones(reading: Reading, files: Mapping[str, bytes]) -> None:
    for file in _below(files, "tone/"):
        document = _open(reading, files, file)
        if document is None:
            continue
        tone, issues = reading.memo.recall(("tone", file, files[file]), partial(make_entry, Tone, document, {}))
        reading.issues += issues
        if tone is not None:
            locale = file.removeprefix("tone/").removesuffix(".yaml")
            reading.tones[locale] = tone
            reading.homes[f"tone:{locale}"] = (file, ())


def _read_term_bases(reading: Reading, files: Mapping[str, bytes]) -> None:
    for file in _below(files, TERMS_FOLDER):
        locale = file.removeprefix(TERMS_FOLDER).removesuffix(".yaml")
        reading.term_bases[locale] = _read_entries(reading, files, [file], TermWords, f"words-{locale}")


def _read_recordings(reading: Reading, files: Mapping[str, bytes]) -> None:
    for file in _below(files, AUDIO_FOLDER):
        locale = file.removeprefix(AUDIO_FOLDER).partition("/")[0]
        if file == entries_file(locale):
            reading.recordings[locale] = _read_entries(reading, files, [file], RecordingEntry, f"recording-{locale}")


def _below(files: Mapping[str, bytes], folder: str) -> list[str]:
    return sorted(name for name in files if name.startswith(folder) and name.endswith(".yaml"))


def _open(reading: Reading, files: Mapping[str, bytes], file: str) -> Node | None:
    if file not in files:
        sentence = f"The file {file} is not in the content folder."
        reading.issues.append(
            error("file-missing", Mark(file), sentence, "Bring it back, or copy it from the project.")
        )
        return None
    document, issues = reading.memo.recall(("document", file, files[file]), partial(read_document, file, files[file]))
    reading.issues += issues
    if document is None:
        return None
    reading.documents[file] = document
    return document
