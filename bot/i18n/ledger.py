"""The record beside each catalogue: who wrote a text, from which source, and who reviewed it."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_LINE = re.compile(
    r'(?P<context>[\w.:-]+): \{source: "(?P<source>[0-9a-f]*)", text: "(?P<text>[0-9a-f]*)", '
    r'by: (?P<by>machine|human)(?:, role: "(?P<role>[^"]*)")?(?:, reviewed: "(?P<reviewed>[^"]*)")?\}'
)


class State(StrEnum):
    """How far a text can be trusted in a language."""

    MISSING = "missing"
    MACHINE = "machine"
    HUMAN = "human"
    REVIEWED = "reviewed"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What is known of one text: hashes of its source and of itself, who wrote it, who reviewed it when.

    `role` is that of the person who wrote it, where it is known; `reviewed` is a role and a day. Neither is a name.
    """

    source: str
    text: str
    by: str
    reviewed: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One text of a catalogue: its source as the translator saw it, and the translation ("" if none).

    `previous` is the English that an outdated translation was made from; "" where the catalogue does not say it.
    """

    source: str
    text: str
    previous: str = ""


def fingerprint(text: str) -> str:
    """Return a short hash of a text; white space at its ends does not count."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:12]


@lru_cache(maxsize=8192)  # every language asks for the same
def _fingerprint_of_source(text: str) -> str:
    return fingerprint(text)


def state_of(source: str, entry: CatalogueEntry | None, known: LedgerEntry | None) -> State:
    """Return the state of a text, given today's source, the catalogue's entry and the ledger's."""
    if entry is None or not entry.text:
        return State.MISSING
    if known is None or known.text != fingerprint(entry.text):
        return State.HUMAN if entry.source.strip() == source.strip() else State.OUTDATED
    if known.source != _fingerprint_of_source(source):
        return State.OUTDATED
    if known.reviewed:
        return State.REVIEWED
    return State.MACHINE if known.by == "machine" else State.HUMAN


def read_ledger(data: bytes) -> dict[str, LedgerEntry]:
    """Read a ledger: context -> entry.

    The file is YAML for those who look at it; as only `write_ledger` writes it, its lines are all of one shape.

    Raises:
        ValueError: the file is not a ledger; the message names the line.
    """
    entries = {}
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError(f"Line {number} of the ledger is not of its shape: context: {{source, text, by}}.")
        reviewed, role = found["reviewed"] or "", found["role"] or ""
        entries[found["context"]] = LedgerEntry(found["source"], found["text"], found["by"], reviewed, role)
    return entries


def write_ledger(entries: Mapping[str, LedgerEntry]) -> bytes:
    """Return the ledger as a file, sorted, one line for each text."""
    lines = ["# Who wrote which translation, from which source. Written by wegwijs translations; not by hand.\n"]
    for context in sorted(entries):
        entry = entries[context]
        who = f', role: "{entry.role}"' if entry.role else ""
        who += f', reviewed: "{entry.reviewed}"' if entry.reviewed else ""
        lines.append(f'{context}: {{source: "{entry.source}", text: "{entry.text}", by: {entry.by}{who}}}\n')
    return "".join(lines).encode()
