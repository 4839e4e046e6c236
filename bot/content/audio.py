"""Recordings of pages read aloud: what is written of each, and where it lies."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - entries have a key called date
from typing import Annotated

from pydantic import StringConstraints

from bot.content.model import Entry, StepId, Text, key
from bot.content.sound import Sound

AUDIO_FOLDER = "audio/"
ENTRIES = "recordings.yaml"
_HEAD = """\
# Who read which page aloud, when, and exactly which words. Written by wegwijs audio new; not by hand.
"""

Sounds = Mapping[str, Sound]
"""Path below the content folder -> what is known of the file there; the sound itself is never kept in memory."""


class RecordingEntry(Entry):
    """What is written of one recording: of which words it is, which file it is, when and by which role it was read."""

    id: StepId
    words: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$"), key("Hash of the words read.", "2960072aeae0")]
    sound: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$"), key("Hash of the file.", "55e17f51419e8dbd")]
    date: Annotated[Day, key("The day it was recorded.", "2026-12-01")]
    role: Annotated[Text, key("Who read it, never a name.", "volunteer")]


RecordingEntries = Mapping[str, Mapping[str, RecordingEntry]]
"""Locale -> step as written -> entry."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording that fits the words of its page: a person reading just what stands there."""

    locale: str
    step: str
    file: str
    digest: str
    seconds: float

    @property
    def length(self) -> str:
        """How long it plays, as people read it: 1:20."""
        minutes, seconds = divmod(round(self.seconds), 60)
        return f"{minutes}:{seconds:02}"


def entries_file(locale: str) -> str:
    """Return where the entries of a language stand below the content folder."""
    return f"{AUDIO_FOLDER}{locale}/{ENTRIES}"


def sound_file(locale: str, step: str) -> str:
    """Return where the recording of a page lies below the content folder."""
    return f"{AUDIO_FOLDER}{locale}/{step}.ogg"


def write_entries(entries: Mapping[str, RecordingEntry]) -> bytes:
    """Return the file of entries, sorted."""
    lines = [_HEAD]
    for step in sorted(entries):
        entry = entries[step]
        role = json.dumps(entry.role, ensure_ascii=False)
        lines.append(
            f'\n{step}:\n  words: "{entry.words}"\n  sound: "{entry.sound}"\n  date: {entry.date}\n  role: {role}\n'
        )
    return "".join(lines).encode()
