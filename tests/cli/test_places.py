import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.places import places
from bot.cli.places_map import draw_page
from bot.content.library import Library
from bot.content.reader import read_content
from tests.content.sample import Files, planted, sample_files

FILE = "places/antwerp.yaml"
DAY = date(2026, 11, 22)
CONTENT = Path(__file__).parents[2] / "content"


def _written(folder: Path, files: Files) -> str:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return str(folder)


def _library(files: Files) -> Library:
    library = read_content(files).library
    assert library is not None
    return library


def test_the_places_alone_are_checked_and_counted(tmp_path: Path) -> None:
    """A fault of a flow is not this command's; the places are counted by kind and province."""
    files = sample_files() | planted("flows/paper.yaml", "to: help.numbers", "to: help.nubmers")
    result = CliRunner().invoke(places, ["check", _written(tmp_path, files)])
    assert "link-dangling" not in result.output
    (by_province, by_gap) = [line.split() for line in result.output.splitlines() if line.startswith("legal ")]
    assert by_province.count("1") == 1
    assert by_gap == ["legal", "1", "-", "1", "-", "-"]


def test_a_fault_of_a_place_ends_the_check_with_one(tmp_path: Path) -> None:
    """An editor sees the line and the mend, as with `wegwijs check`."""
    files = planted(FILE, "phones: +3232011690", "phones: +323201169")
    result = CliRunner().invoke(places, ["check", _written(tmp_path, files)])
    assert result.exit_code == 1
    assert f"{FILE}\n\n  line 10, error place-phone\n" in result.output


def test_a_place_of_which_nothing_says_where_it_is_gets_a_column(tmp_path: Path) -> None:
    """Such a place is found by nobody, so the table shows it."""
    files = planted(FILE, "  serves: Belgium\n", "")
    result = CliRunner().invoke(places, ["check", _written(tmp_path, files)])
    assert re.search(r"not$.*known$", result.output, re.MULTILINE | re.DOTALL)


class _Reader(HTMLParser):
    """Counts the dots of the page and notes every address and script in it."""

    def __init__(self) -> None:
        super().__init__()
        self.dots = 0
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what the page would fetch or run."""
        self.dots += tag == "g"
        if tag in {"script", "img", "link", "iframe"} or any(name in {"src", "href"} for name, _ in attributes):
            self.foreign.append(tag)


@pytest.mark.parametrize("kept", ["content", "sample"])
def test_the_page_shows_every_place_and_fetches_nothing(tmp_path: Path, kept: str) -> None:
    """One file, no script, no address of anybody."""
    folder = str(CONTENT) if kept == "content" else _written(tmp_path / "content", sample_files())
    target = tmp_path / "map.html"
    result = CliRunner().invoke(places, ["map", str(target), folder])
    assert result.exit_code == 0, result.output
    page = target.read_text("utf-8")
    reader = _Reader()
    reader.feed(page)
    assert reader.foreign == []
    assert reader.dots > 0
    assert f"{page.count('<tr><td>')} places in {target}." in result.output


@pytest.mark.parametrize(
    ("old", "new", "flag"),
    [
        ("  seen: 2026-11-21\n\n", "  seen: 2026-11-21\n\n", "unverified"),
        ("seen: 2026-11-21\n\n", "seen: 2026-01-21\n\n", "unverified, stale"),
        ("point: 51.2057, 4.4106", "point: 48.85, 2.35", "unverified, outside Belgium"),
        ("  precision: street\n", "  precision: street\n  status: closed\n", "closed, unverified"),
        ("  precision: street\n", "  precision: street\n  checked: 2026-11-21\n", ""),
    ],
)
def test_the_page_flags_what_an_editor_has_to_look_at(old: str, new: str, flag: str) -> None:
    """Unverified, stale, outside Belgium, closed: in the table and on the dot."""
    page = draw_page(_library(planted(FILE, old, new)), DAY)
    (row,) = (line for line in page.splitlines() if "<tr>" in line and "Legal desk" in line)
    assert re.search(rf'<td class="flag[^"]*">{flag}</td></tr>$', row)


def test_a_name_is_text_and_never_markup() -> None:
    """What stands in the content cannot change the page."""
    page = draw_page(_library(planted(FILE, "{en: Legal desk,", '{en: "<b>Legal</b>",')), DAY)
    assert "<b>" not in page
    assert "&lt;b&gt;Legal" in page
