"""A recording that somebody hands in: why it cannot be taken, in one line with the mend, or its entry."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.content.audio import RecordingEntry
from bot.content.library import Library
from bot.content.marks import suggest
from bot.content.model import Step
from bot.content.reading_aloud import words_mark
from bot.content.sign_offs import find_day_fault
from bot.content.sound import MAX_BYTES, Sound
from bot.i18n.locales import LANGUAGES

ROLE_LIMIT = 60


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A recording as it was handed in; `script` is the mark under the script that was read, "" if it is not known."""

    locale: str
    step: str
    file: str
    sound: Sound
    role: str
    date: str
    script: str = ""


def find_refusal(library: Library, handed_in: HandedIn, today: date) -> str | None:
    """Say in one line why a recording cannot be taken; None if it can."""
    return (
        find_page_fault(library, handed_in.locale, handed_in.step)
        or _find_role_fault(handed_in.role)
        or find_day_fault(handed_in.date, today)
        or _find_change(library, handed_in)
        or _find_sound_fault(handed_in)
    )


def find_page_fault(library: Library, locale: str, name: str) -> str | None:
    """Say why there is nothing to read: no such language, no such page, or not in this language."""
    step = library.find_step(name)
    if locale not in library.locales:
        return f'The bot does not speak "{locale}". {suggest(locale, library.locales)}'
    if step is None:
        return f'There is no page "{name}". {suggest(name, library.steps)}'
    if step.counter == "result":
        return f"{step.id} names another day for each reader, so that nobody can read it aloud for all."
    if words_mark(library, step, locale) is None:
        return f"{step.id} is not translated into {LANGUAGES[locale].own_name}. Translate it first."
    return None


def entry_of(library: Library, step: Step, handed_in: HandedIn) -> RecordingEntry:
    """Return what is written of a recording that can be taken."""
    return RecordingEntry.model_validate(
        {
            "id": step.id,
            "words": words_mark(library, step, handed_in.locale),
            "sound": handed_in.sound.digest,
            "date": handed_in.date,
            "role": handed_in.role.strip(),
        }
    )


def without(library: Library, step: Step, entries: Mapping[str, RecordingEntry]) -> dict[str, RecordingEntry]:
    """Return the entries without those of a page, under whichever of its ids."""
    return {name: entry for name, entry in entries.items() if library.find_step(name) is not step}


def _find_role_fault(role: str) -> str | None:
    if not role.strip():
        return "The role is empty. Write who read, without a name: volunteer, interpreter."
    if len(role) > ROLE_LIMIT or not role.isprintable():
        return f"The role has at most {ROLE_LIMIT} characters on one line. Shorten it, and write no name."
    return None


def _find_change(library: Library, handed_in: HandedIn) -> str | None:
    step = library.find_step(handed_in.step)
    if step is None or not handed_in.script or handed_in.script == words_mark(library, step, handed_in.locale):
        return None
    return (
        f"{step.id} does not have the words of the script with the mark {handed_in.script} any more, or the mark is "
        f"mistyped. Read the words of today: wegwijs audio script {handed_in.locale} {step.id}"
    )


def _find_sound_fault(handed_in: HandedIn) -> str | None:
    sound, file = handed_in.sound, shlex.quote(handed_in.file)
    mend = f"Make it with: ffmpeg -i {file} -vn -map_metadata -1 -ac 1 -c:a libopus -b:a 24k new.ogg"
    if sound.is_large:
        return f"{file} has {sound.size} bytes, and a recording may have {MAX_BYTES}. {mend}"
    return f"{file} {sound.fault}. {mend}" if sound.fault else None
