"""Faults of recordings."""

from bot.content.audio import entries_file, sound_file
from bot.content.checks.codes import Code
from bot.content.sound import MAX_BYTES
from tests.content.checks.fault import Fault, plant, plant_bytes
from tests.content.opus import opus_file
from tests.content.sample import RECORDED, Files, planted, sample_files

ENTRIES = entries_file("ar")
SOUND = sound_file("ar", RECORDED)
_ENTRY = f"{RECORDED}:"


def _other_language() -> Files:
    files = sample_files()
    return files | {entries_file("so"): files[ENTRIES], sound_file("so", RECORDED): files[SOUND]}


def _other_file(data: bytes) -> Files:
    return sample_files() | {SOUND: data}


def _without(file: str) -> Files:
    files = sample_files()
    del files[file]
    return files


FAULTS = (
    plant(Code.RECORDING_UNKNOWN, ENTRIES, _ENTRY, "help.numbres:"),
    Fault(Code.RECORDING_UNKNOWN, _other_language, entries_file("so"), _ENTRY),
    Fault(Code.RECORDING_MISSING, lambda: _without(SOUND), ENTRIES, _ENTRY),
    Fault(Code.RECORDING_UNBOUND, lambda: _without(ENTRIES), SOUND, ""),
    plant_bytes(Code.RECORDING_UNBOUND, "audio/ar/help.start.mp3", b"ID3"),
    Fault(Code.RECORDING_REPLACED, lambda: _other_file(opus_file(3)), ENTRIES, "sound:"),
    Fault(Code.RECORDING_BROKEN, lambda: _other_file(b"ID3"), ENTRIES, "sound:"),
    Fault(Code.RECORDING_BROKEN, lambda: _other_file(opus_file(notes=("ARTIST=X",))), ENTRIES, "sound:"),
    Fault(Code.RECORDING_LARGE, lambda: _other_file(b"OggS" * MAX_BYTES), ENTRIES, "sound:"),
    Fault(
        Code.RECORDING_OUTDATED,
        lambda: planted("facts.yaml", 'value: "112"', 'value: "+3280032745"'),
        ENTRIES,
        "words:",
    ),
)
