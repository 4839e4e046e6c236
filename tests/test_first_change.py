"""The first change of docs/editors.md, made as the page says it."""

import re
from pathlib import Path

from bot.content.issues import has_errors
from bot.content.reader import Reading, read_content
from bot.dialogue.checking import check_content
from bot.editors.differences import compare
from bot.editors.differences_words import write_text

ROOT = Path(__file__).parents[1]
SECTION = (ROOT / "docs" / "editors.md").read_text("utf-8").partition("## Your first change")[2].partition("\n## ")[0]
TRUST = "flows/trust.yaml"


def fences(language: str) -> list[str]:
    """Return the examples of a language in the section."""
    return re.findall(rf"^```{language}\n(.*?)^```", SECTION, re.MULTILINE | re.DOTALL)


def test_the_first_change_of_the_page_gives_what_the_page_says(shipped_reading: Reading) -> None:
    """The sentence is there, the change is sound, and the differences are those that are printed."""
    before, after, button = fences("yaml")
    text = shipped_reading.files[TRUST].decode()
    assert text.count(before) == 1
    head, page = text.replace(before, after).split("  clear-chat:\n")
    page = page.replace("    options:\n", f"    options:\n{button}", 1)
    files = {**shipped_reading.files, TRUST: f"{head}  clear-chat:\n{page}".encode()}
    changed = read_content(files, shipped_reading.sounds)
    assert not has_errors(check_content(changed))
    (told,) = fences("text")
    said = write_text(compare(shipped_reading, changed))
    assert said.partition("Translations")[0] == told.partition("Translations")[0]
    of_translations = told.partition("Translations")[2].splitlines()
    assert [line for line in of_translations if line.startswith("  - ") and line not in said] == []
