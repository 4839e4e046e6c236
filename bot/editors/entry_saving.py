"""Saves an entry from a form: read and checked as a whole first, written only if that brings no new error."""

import difflib
import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.checks.codes import Code
from bot.content.issues import Issue, new_errors
from bot.content.keys import write_lock
from bot.content.reader import LOCK_FILE, Reading
from bot.editors.entry_fields import EntryKind, fields_of
from bot.editors.entry_text import Value, add_entry, change_entry
from bot.editors.live_content import LiveContent
from bot.storage.content_folder import read_folder, read_sounds
from bot.storage.replacing import replace_file

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form wants to be written; `mark` is that of the file when the form was filled in."""

    kind: EntryKind
    file: str
    entry: str
    values: Mapping[str, Value | None]
    mark: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the difference that was written and the ids recorded, or why nothing was.

    `issues` are the errors that kept it out; `beside` has everything said of the entry, by key.
    """

    difference: str = ""
    ids: tuple[str, ...] = ()
    refusal: str = ""
    issues: tuple[Issue, ...] = ()
    beside: Mapping[str, tuple[Issue, ...]] = field(default_factory=dict)

    @property
    def is_written(self) -> bool:
        """Whether the file has changed."""
        return bool(self.difference)


async def save_entry(content: LiveContent, draft: Draft) -> Outcome:
    """Write an entry into its file, and new ids into ids.lock, if the content stays as sound as it was."""
    files, sounds = read_folder(content.folder), read_sounds(content.folder)
    before = files.get(draft.file, b"")
    if mark_of(before) != draft.mark:
        return Outcome(refusal=f"{draft.file} was changed meanwhile. Nothing was written: open the form anew.")
    try:
        after = _write(before, draft)
    except ValueError as problem:
        return Outcome(refusal=str(problem))
    if after == before:
        return Outcome(refusal="Nothing is different, so nothing was written.")
    known = await content.try_out(files, sounds)
    found = await content.try_out({**files, draft.file: after}, sounds)
    beside = _beside(found.reading, draft, found.issues)
    new = new_errors(known.issues, found.issues)
    if new:
        return Outcome(refusal="Nothing was written.", issues=new, beside=beside)
    try:
        _put(content.folder, draft, before, after)
        ids = _record_ids(content.folder, found.reading)
    except OSError as problem:
        return Outcome(refusal=f"{draft.file} cannot be written: {problem.strerror}.")
    await content.refresh()
    return Outcome(_difference(draft.file, before, after), ids, beside=beside)


def mark_of(data: bytes) -> str:
    """Return what tells whether a file is still the one that a form was made from."""
    return hashlib.sha256(data).hexdigest()[:16]


def suggest_id(words: str, taken: Iterable[str]) -> str:
    """Return an id made from a name, which no entry has."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", plain)[:6]
    name = "-".join(parts).lstrip("0123456789-") or "new"
    known, number, wish = set(taken), 2, name
    while wish in known:
        wish, number = f"{name}-{number}", number + 1
    return wish


def _write(before: bytes, draft: Draft) -> bytes:
    if draft.is_new:
        return add_entry(before, draft.entry, {key: value for key, value in draft.values.items() if value is not None})
    order = [each.key for each in fields_of(draft.kind, None)]
    return change_entry(before, draft.entry, draft.values, order)


def _put(folder: Path, draft: Draft, before: bytes, after: bytes) -> None:
    """Replace the file, unless somebody saved it while we checked.

    Raises:
        OSError: it is another file by now, or cannot be written.
    """
    path = folder / draft.file
    if (path.read_bytes() if path.exists() else b"") != before:
        raise OSError(None, "it was changed meanwhile")
    replace_file(path, after)


def _record_ids(folder: Path, reading: Reading) -> tuple[str, ...]:
    """Record new ids and their keys for life, as `wegwijs ids` does; a lock that is broken stays as it is."""
    if reading.library is None or any(issue.code == Code.IDS_LOCK for issue in reading.issues):
        return ()
    new = tuple(name for name in reading.library.keys.by_id if name not in reading.recorded)
    if new:
        replace_file(folder / LOCK_FILE, write_lock(reading.library.keys.by_id))
    return new


def _beside(reading: Reading, draft: Draft, issues: Iterable[Issue]) -> dict[str, tuple[Issue, ...]]:
    """Return the issues of the entry by the key that they stand at; "" for the entry as a whole."""
    document = reading.documents.get(draft.file)
    if document is None or not isinstance(document.value, dict):
        return {}
    starts = sorted(mark.line for mark in document.key_marks.values())
    first = document.key_marks[draft.entry].line
    following = [line for line in starts if line > first]
    keys = sorted((mark.line, key) for key, mark in document.value[draft.entry].key_marks.items())
    found: dict[str, tuple[Issue, ...]] = {}
    for issue in issues:
        if issue.mark.file == draft.file and first <= issue.mark.line < min(following, default=issue.mark.line + 1):
            place = bisect_right([line for line, _ in keys], issue.mark.line)
            key = keys[place - 1][1] if place else ""
            key = _named(issue, draft) or key
            found[key] = (*found.get(key, ()), issue)
    return found


def _named(issue: Issue, draft: Draft) -> str:
    """Return the key that an issue about a missing one names; it has no line of its own."""
    missing = re.match(r'"([a-z-]+)" is missing', issue.sentence)
    return missing[1] if missing and missing[1] in draft.values else ""


def _difference(file: str, before: bytes, after: bytes) -> str:
    old, new = before.decode("utf-8-sig").splitlines(), after.decode("utf-8-sig").splitlines()
    return "\n".join(difflib.unified_diff(old, new, file, file, n=2, lineterm=""))
