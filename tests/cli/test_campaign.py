"""`wegwijs campaign`: one entry, and paper that leads where it says."""

from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from click.testing import CliRunner, Result
from PIL import Image

from bot.cli.main import wegwijs
from bot.content.library import Library
from bot.errors import ContentFaultyError
from bot.storage.content_folder import read_folder
from tests.content.sample import library_of, planted, sample_files, written

LINK = "https://t.me/SampleBot?start=north-2026"
NEW = {
    "id": "north-2026", "name": "Poster: the north", "to": "paper.start", "locale": "ar", "languages": "ar, en",
    "paper": "both", "bot": "SampleBot",
}  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sample on disk."""
    return written(tmp_path / "content", sample_files())


def run(content: Path, *arguments: str, typed: str = "") -> Result:
    """Run `wegwijs campaign` on a folder; files go beside it."""
    further = [] if arguments[0] == "list" or "--out" in arguments or typed else ["--out", str(content.parent / "out")]
    return CliRunner().invoke(wegwijs, ["campaign", *arguments, *further, "--folder", str(content)], input=typed)


def new(content: Path, **other: str) -> Result:
    """Make a campaign, with some other answers."""
    answers = NEW | other
    return run(content, "new", *(part for name, value in answers.items() for part in (f"--{name}", value)))


def library(content: Path) -> Library:
    """Return what stands there; it must pass check."""
    result = CliRunner().invoke(wegwijs, ["check", str(content)])
    assert result.exit_code == 0, result.output
    return library_of({**sample_files(), **read_folder(content)})


def everything(folder: Path) -> dict[Path, bytes]:
    """Return all files below a folder."""
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_campaign_stands_in_its_file_and_every_comment_stays(content: Path) -> None:
    """What colleagues typed is not written anew."""
    file = content / "campaigns.yaml"
    file.write_text("# our own list\n" + file.read_text("utf-8") + "# the end\n", "utf-8")
    before = file.read_text("utf-8")
    result = new(content)
    assert result.exit_code == 0, result.output
    made = library(content).campaigns["north-2026"]
    assert (made.name, made.to, made.locale) == ("Poster: the north", "paper.start", "ar")
    assert file.read_text("utf-8").startswith(before)


def test_its_files_lead_to_its_link(content: Path) -> None:
    """A drawing, a picture, and a poster for each paper."""
    result = new(content)
    out = content.parent / "out"
    names = ["north-2026-a4.html", "north-2026-a6.html", "north-2026.png", "north-2026.svg"]
    assert sorted(file.name for file in out.iterdir()) == names
    picture = Image.open(BytesIO((out / "north-2026.png").read_bytes())).convert("L")
    found = zxingcpp.read_barcode(picture)
    assert found is not None
    assert found.text == LINK
    assert LINK in (out / "north-2026.svg").read_text("utf-8")
    page = (out / "north-2026-a6.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "@SampleBot" in page
    assert "size: 105mm 148mm" in page
    assert f"The code leads to {LINK}" in result.output
    assert "The small code leads to https://wegwijs.example/ar/paper/start" in result.output
    assert "nobody has read: ar." in result.output


def test_the_name_of_the_bot_is_asked_once_and_stands_in_bot_yaml(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter takes what is offered: the menu, the phone's language, the first languages, both papers."""
    monkeypatch.chdir(content.parent)
    result = run(content, "new", typed="first\nA name\n\n\n\n\n\n@SampleBot\n")
    again = run(content, "new", typed="second\nA name\n\n\n\n\n\n")
    assert (result.exit_code, again.exit_code) == (0, 0), result.output + again.output
    assert "telegram:\n  user-name: SampleBot\n" in (content / "bot.yaml").read_text("utf-8")
    assert library(content).bot.telegram.user_name == "SampleBot"
    assert (content.parent / "posters" / "second-a4.html").exists()


def test_the_languages_are_the_first_of_the_bot_behind_that_of_the_campaign(content: Path) -> None:
    """Nobody has to know the codes."""
    new(content, languages="", locale="ar")
    page = (content.parent / "out" / "north-2026-a4.html").read_text("utf-8")
    assert [part[:2] for part in page.split('<section class="')[1:]] == ["Ar", "La"]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"id": "North"}, "small letters, digits and hyphens, at most 31"),
        ({"id": "n" * 32}, "small letters, digits and hyphens, at most 31"),
        ({"id": "poster"}, "There is an entry poster already"),
        ({"to": "paper.nothing"}, 'There is no step "paper.nothing"'),
        ({"locale": "xx"}, 'opens in "xx"'),
        ({"languages": "en,xx"}, "'xx' does not exist. Possible: en, ar"),
        ({"paper": "a3"}, "'a3' is not one of"),
        ({"bot": "Sample Bot"}, "Write the name without @"),
        ({"bot": "a: b"}, "Write the name without @"),
    ],
)
def test_what_would_be_wrong_is_said_and_nothing_is_written(content: Path, other: dict[str, str], words: str) -> None:
    before = everything(content.parent)
    result = new(content, **other)
    assert result.exit_code != 0
    assert words in result.output + str(result.exception)
    assert everything(content.parent) == before


def test_a_poster_with_another_name_than_that_of_the_bot_is_not_made(content: Path) -> None:
    """It would lead people to somebody else; small and capital letters are the same to Telegram."""
    new(content)
    before = everything(content.parent)
    result = run(content, "poster", "north-2026", "--bot", "OtherBot")
    assert "'OtherBot' is not the name in bot.yaml, 'SampleBot'" in result.output
    assert everything(content.parent) == before
    assert run(content, "poster", "north-2026", "--bot", "https://t.me/samplebot").exit_code == 0


def test_the_files_of_a_campaign_are_made_again_in_other_languages(content: Path) -> None:
    """The bot's name is written on the way, if it was not there."""
    result = run(content, "poster", "flyer", "--languages", "en", "--paper", "A6", "--bot", "SampleBot")
    assert result.exit_code == 0, result.output
    names = sorted(file.name for file in (content.parent / "out").iterdir())
    assert names == ["flyer-a6.html", "flyer.png", "flyer.svg"]
    assert "nobody has read" not in result.output
    assert library(content).bot.telegram.user_name == "SampleBot"


def test_a_campaign_that_does_not_exist_is_named_with_those_that_do(content: Path) -> None:
    result = run(content, "poster", "nothing")
    assert result.exit_code == 2
    assert "There is no campaign 'nothing'. There are: poster, flyer" in result.output


def test_more_languages_than_the_paper_has_room_for_are_refused(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample has two languages; so has its paper room for one."""
    monkeypatch.setattr("bot.cli.poster_files.MOST_LANGUAGES", {"a4": 2, "a6": 1})
    result = run(content, "poster", "flyer", "--languages", "en,ar", "--bot", "SampleBot")
    assert "2 languages; there is room for 2 on A4 and 1 on A6. Name fewer, or choose --paper a4." in result.output
    assert run(content, "poster", "flyer", "--languages", "en,ar", "--paper", "a4", "--bot", "SampleBot").exit_code == 0
    monkeypatch.setattr("bot.cli.poster_files.MOST_LANGUAGES", {"a4": 1, "a6": 1})
    assert run(content, "poster", "flyer", "--languages", "en,ar").output.endswith("Name fewer.\n")


def test_a_language_without_the_words_of_a_poster_is_refused(content: Path) -> None:
    """A new language has empty catalogues."""
    CliRunner().invoke(wegwijs, ["new", "language", "--code", "uk", "--fallback", "en", "--folder", str(content)])
    result = run(content, "poster", "flyer", "--languages", "uk", "--bot", "SampleBot")
    assert "The poster's words are missing in uk." in result.output


def test_content_with_an_error_is_not_printed(tmp_path: Path) -> None:
    """Paper cannot be taken back."""
    folder = written(tmp_path / "content", planted("flows/paper.yaml", "to: help.numbers", "to: help.nubmers"))
    assert isinstance(new(folder).exception, ContentFaultyError)


def test_the_list_has_every_link_and_where_it_leads(content: Path) -> None:
    """Without the bot's name it says what is missing."""
    before = run(content, "list")
    assert before.stdout.splitlines()[0] == "poster: Poster in the north"
    assert "telegram: user-name:" in before.stderr
    new(content)
    lines = run(content, "list").stdout.splitlines()
    assert lines[lines.index("flyer: A flyer that opens the menu") :] == [
        "flyer: A flyer that opens the menu",
        "  https://t.me/SampleBot?start=flyer",
        "  opens the menu in the language of the phone",
        "north-2026: Poster: the north",
        f"  {LINK}",
        "  opens paper.start in ar",
    ]


def test_without_a_campaign_the_list_says_how_to_make_one(content: Path) -> None:
    (content / "campaigns.yaml").write_text("# none yet\n", "utf-8")
    assert "wegwijs campaign new" in run(content, "list").stdout
    assert "none yet: wegwijs campaign new" in run(content, "poster", "x").output


def test_without_a_page_in_a_browser_there_is_no_second_code(content: Path) -> None:
    """bot.yaml says where the page is, or that there is none."""
    bot = content / "bot.yaml"
    bot.write_text(bot.read_text("utf-8").replace("  address: https://wegwijs.example\n", ""), "utf-8")
    assert "small code" not in new(content).output
    assert (content.parent / "out" / "north-2026-a4.html").read_text("utf-8").count("<figure") == 1
