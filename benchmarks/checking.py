"""`make bench`: how long an editor waits: for a check of all content, and for one after an edit."""

import statistics
from collections.abc import Mapping
from pathlib import Path
from time import process_time

from bot.dialogue.checking import Checking
from bot.storage.content_folder import read_folder, read_sounds

CONTENT = Path(__file__).parent.parent / "content"
ROUNDS = 5
WHOLE_GOAL, AGAIN_GOAL = 3.0, 0.3
"""Seconds."""
EDITS = {
    "a word of a page": ("flows/urgent-medical-aid.yaml", b"You ", b"Then you "),
    "a target": ("flows/paper.yaml", b"        to: ", b"        to:  "),
    "a telephone number": ("facts.yaml", b'"112"', b'"101"'),
    "a translation": ("locales/nl/LC_MESSAGES/detention.po", b" de ", b" die "),
    "opening hours": ("places/legal.yaml", b"09:00", b"09:30"),
    "a talk": ("talks/medical-no-address.talk", b"talk: ", b"talk: Again, "),
    "a word to avoid": ("tone/nl.yaml", b"words:", b"# words\nwords:"),
}
"""What an editor changes: the file, what stands there, and what then does."""


def measure(checking: Checking, files: Mapping[str, bytes]) -> float:
    """Return the seconds of a processor that one check takes: it waits for nothing, and other work counts less."""
    sounds = read_sounds(CONTENT)
    start = process_time()
    checking.check(files, sounds)
    return process_time() - start


def measure_edit(files: Mapping[str, bytes], edit: tuple[str, bytes, bytes]) -> float:
    """Return the seconds of a check after an edit, at the median of several made and undone."""
    file, old, new = edit
    assert old in files[file], f"{file} has no {old!r} any more"
    checking = Checking()
    checking.check(files, read_sounds(CONTENT))
    edited = {**files, file: files[file].replace(old, new, 1)}
    return statistics.median(measure(checking, each) for _ in range(ROUNDS) for each in (edited, files))


def main() -> None:
    """Measure everything."""
    files = read_folder(CONTENT)
    whole = min(measure(Checking(), files) for _ in range(ROUNDS))
    languages = len({name.split("/")[1] for name in files if name.startswith("locales/")}) + 1
    print(f"check of all content, {languages} languages: {whole:.2f} s at best of {ROUNDS}; {_goal(whole, WHOLE_GOAL)}")
    slowest = 0.0
    for name, edit in EDITS.items():
        again = measure_edit(files, edit)
        slowest = max(slowest, again)
        print(f"check after an edit of {name + ':':22} {again * 1e3:6.0f} ms at the median; ratio {whole / again:.0f}")
    print(f"  the slowest of them: {slowest * 1e3:.0f} ms; {_goal(slowest, AGAIN_GOAL)}")


def _goal(seconds: float, goal: float) -> str:
    return f"goal: under {goal} s: {'met' if seconds < goal else 'MISSED'}"


if __name__ == "__main__":
    main()
