"""What editors do to the sample content: good edits, and mistakes that people really make."""

import re
from collections.abc import Callable

from tests.content.sample import Files

FAULTY = "FAULTYWORD"
"""Stands in a text of every mistake: a page that shows it was made from content that `wegwijs check` refuses."""

HELP, PAPER, FACTS, SOURCES = "flows/help.yaml", "flows/paper.yaml", "facts.yaml", "sources.yaml"
Edit = Callable[[Files, int], None]
"""Changes files in an editor's window; the number makes two edits of one kind differ."""


def _swap(files: Files, name: str, old: str, new: str) -> None:
    if name in files:
        files[name] = re.sub(old, new, files[name].decode(errors="replace"), count=1).encode()


def _mark(files: Files, name: str = HELP) -> None:
    _swap(files, name, r"(information|danger|Somebody decided about your)\b", rf"\1 {FAULTY}")


def reword(files: Files, number: int) -> None:
    """Say it in other words; the translation is outdated from then on."""
    _swap(files, HELP, r"It is free\.( \w+ \w+\.)*", f"It is free. Edition {'abcdefghij'[number % 10]}.")


def retitle(files: Files, number: int) -> None:
    """Another heading."""
    _swap(
        files, PAPER, r"title: A decision about your stay.*", f"title: A decision about your stay {'xyz'[number % 3]}"
    )


def add_page(files: Files, number: int) -> None:
    """A new step, and a button to it."""
    name = f"extra-{'abcdefghij'[number % 10]}"
    if f"\n  {name}:".encode() in files.get(HELP, b""):
        return
    _swap(files, HELP, r"(to: numbers\n)", rf"\1      - text: More {name[-1]}\n        to: {name}\n")
    page = f"\n  {name}:\n    title: More {name[-1]}\n    text: This bot gives help.\n    sources: none\n"
    page += "    options:\n      - text: What this bot does\n        to: start\n"
    if HELP in files:
        files[HELP] = files[HELP].rstrip(b"\n") + b"\n" + page.encode()


def remove_page(files: Files, number: int) -> None:
    """Take an added step away again; its id is in no ids.lock yet, so nothing has to be said."""
    name = f"extra-{'abcdefghij'[number % 10]}"
    _swap(files, HELP, rf"      - text: More {name[-1]}\n        to: {name}\n", "")
    _swap(files, HELP, rf"\n  {name}:\n(    .*\n)+", "")


def rename_page(files: Files, number: int) -> None:
    """Another id, with moved-from, as docs/editors.md says."""
    del number
    if b"  decision:" in files.get(PAPER, b""):
        _swap(files, PAPER, r"\n  decision:", "\n  ruling:")
        _swap(files, PAPER, r"moved-from: old-decision", "moved-from: old-decision, decision")
        for _ in range(2):
            _swap(files, PAPER, r"to: decision\b", "to: ruling")
        for name in list(files):
            if name.startswith("tone/"):
                _swap(files, name, r"paper\.decision\.text", "paper.ruling.text")


def change_fact(files: Files, number: int) -> None:
    """Another deadline."""
    _swap(files, FACTS, r"value: \d+ days", f"value: {2 + number % 9} days")


def dangle(files: Files, number: int) -> None:
    """A target that does not exist."""
    _mark(files)
    _swap(files, HELP, r"to: paper\.start", f"to: paper.{'abc'[number % 3]}tart")


def indent_wrongly(files: Files, number: int) -> None:
    """One space too many."""
    del number
    _mark(files, PAPER)
    _swap(files, PAPER, r"\n    title:", "\n     title:")


def write_tab(files: Files, number: int) -> None:
    """A tab in place of spaces."""
    del number
    _mark(files)
    _swap(files, HELP, r"\n    options:", "\n\toptions:")


def write_number(files: Files, number: int) -> None:
    """A telephone number in a text."""
    _mark(files)
    _swap(files, HELP, FAULTY, f"{FAULTY} {number} 02 274 00 {number % 100:02}")


def forget_moved_from(files: Files, number: int) -> None:
    """Rename a step that people have buttons to, and say nothing of it."""
    del number
    _mark(files)
    _swap(files, HELP, r"\n  numbers:", "\n  phones:")
    _swap(files, HELP, r"to: numbers\b", "to: phones")
    _swap(files, PAPER, r"to: help\.numbers", "to: help.phones")
    _swap(files, "bot.yaml", r"emergency: help\.numbers", "emergency: help.phones")


def drop_fact(files: Files, number: int) -> None:
    """Delete a fact that a page shows."""
    del number
    _mark(files)
    _swap(files, FACTS, r"phone\.emergency:\n(  .*\n)+", "")


def mistype_key(files: Files, number: int) -> None:
    """A key that does not exist."""
    del number
    _mark(files, PAPER)
    _swap(files, PAPER, r"sensitivity:", "sensitivty:")


def persuade(files: Files, number: int) -> None:
    """A word of the list of words that persuade."""
    del number
    _mark(files)
    _swap(files, HELP, FAULTY, f"{FAULTY}. You should go")


def save_as_latin(files: Files, number: int) -> None:
    """Another encoding, as old programs write it."""
    del number
    _mark(files)
    if HELP in files:
        files[HELP] = files[HELP].replace(FAULTY.encode(), f"{FAULTY} é".encode("latin-1"))


def delete_file(files: Files, number: int) -> None:
    """Delete a whole topic."""
    del number
    _mark(files)
    files.pop(PAPER, None)


GOOD: tuple[Edit, ...] = (reword, retitle, add_page, remove_page, rename_page, change_fact)
BAD: tuple[Edit, ...] = (
    dangle, indent_wrongly, write_tab, write_number, forget_moved_from, drop_fact, mistype_key, persuade,
    save_as_latin, delete_file,
)  # fmt: skip
