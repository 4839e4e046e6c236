"""The gallery: mistakes that people who know Word really make, each with exactly what `wegwijs check` says.

Each folder of `gallery` has `change.txt` (what was typed into the sample content) and `expected.txt`. After a change of
wording, `REWRITE_GALLERY=1 pytest tests/content/test_gallery.py` writes the latter anew: then read each of them.
"""

import os
import re
from pathlib import Path

import pytest

from bot.cli.check_words import as_report
from bot.content.checks.codes import Code
from bot.content.issues import Severity
from tests.content.sample import Files, issues_of, sample_files

GALLERY = Path(__file__).parent / "gallery"
CASES = sorted(path.name for path in GALLERY.iterdir() if path.is_dir())
_HUNK = re.compile(r"^(\S+?)(?: \((\S+)\))?\n<<<<\n(.*?)====\n(.*?)>>>>\n", re.MULTILINE | re.DOTALL)


def broken_files(case: str) -> Files:
    """Return the sample with the changes of a case.

    A change is the file, perhaps the encoding it was saved in, the lines that were there and those that are there now.
    """
    files = sample_files()
    for file, encoding, was, now in _HUNK.findall((GALLERY / case / "change.txt").read_text(encoding="utf-8")):
        text = files.get(file, b"").decode()
        assert text.count(was) == 1 or not was, f"{was!r} stands {text.count(was)} times in {file}"
        changed = text.replace(was, now) if was else text + now
        files[file] = changed.encode(encoding or "utf-8")
    return files


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_answered_in_just_these_words(case: str) -> None:
    files = broken_files(case)
    said = as_report(issues_of(files), len(files)) + "\n"
    golden = GALLERY / case / "expected.txt"
    if os.environ.get("REWRITE_GALLERY"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_found_in_the_lines_that_were_changed(case: str) -> None:
    """The first error stands in a changed file; each has a mend and a code that can be explained."""
    changed = {file for file, data in broken_files(case).items() if sample_files().get(file) != data}
    errors = [issue for issue in issues_of(broken_files(case)) if issue.severity is Severity.ERROR]
    assert errors
    assert any(issue.mark.file in changed or issue.mark.file == "ids.lock" for issue in errors)
    assert all(issue.mend and issue.code in set(Code) for issue in errors)


def test_the_gallery_has_thirty_mistakes_and_numbers_them() -> None:
    assert len(CASES) >= 30
    assert [int(case[:2]) for case in CASES] == list(range(1, len(CASES) + 1))
