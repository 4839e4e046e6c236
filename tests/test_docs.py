"""The pages for people say what the program does: settings, commands, codes, states, files, links."""

import re
from pathlib import Path

import click
import pytest

from bot import errors
from bot.cli.main import COMMANDS, wegwijs
from bot.dialogue.turns import CROSSED, Counted
from bot.errors import WegwijsError
from bot.i18n.ledger import State
from bot.operators.export import COLUMNS
from bot.settings import Settings, read_settings

ROOT = Path(__file__).parents[1]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
OPERATORS = ROOT / "docs" / "operators.md"
OPERATORS_COMMANDS = ROOT / "docs" / "operators-commands.md"
OPERATORS_WATCHING = ROOT / "docs" / "operators-watching.md"
FORMER_NAME = {"DATABASE_URL": ("database", "sqlite:///")}
"""Settings whose field has another name or form than the variable."""
LARGEST_PICTURE = 300_000
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
_FENCE = re.compile(r"^\s*```.*?^\s*```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:^|/)wegwijs ((?:[a-z-]+|--[a-z-]+)(?: \S+)*)")


class Asked(dict[str, str]):
    """An environment that notes which variables the program asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def get(self, name: str, default: str = "") -> str:  # type: ignore[override]  # the program gives a text only
        """Note the name; nothing is set."""
        if name not in self.names:
            self.names.append(name)
        return default


def text_of(page: Path) -> str:
    """Return a page."""
    return page.read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    """Return a page's path as a test shows it."""
    return page.relative_to(ROOT).as_posix()


def table_below(page: Path, heading: str) -> list[list[str]]:
    """Return the first table below a heading, cell by cell, without its head."""
    section = text_of(page).split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def slug(heading: str) -> str:
    """Return the name that a page on GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def commands_of(page: Path) -> list[str]:
    """Return what stands behind "wegwijs" in code, in words and in examples."""
    text = text_of(page)
    fences = [line for fence in _FENCE.findall(text) for line in fence.splitlines()]
    inline = _CODE.findall(_FENCE.sub("", text))
    found = (_COMMAND.search(code.partition(" #")[0].strip()) for code in [*fences, *inline])
    return [match.group(1) for match in found if match]


def find_command(words: list[str]) -> tuple[click.Command, list[str]]:
    """Return the command that words mean, and the words behind it."""
    command: click.Command = wegwijs
    context = click.Context(command)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(context, words[0])
        assert found is not None, f"there is no command {words[0]}"
        command, words = found, words[1:]
    return command, words


def options_of(command: click.Command) -> set[str]:
    """Return the options of a command as one types them."""
    return {name for each in command.params if isinstance(each, click.Option) for name in each.opts} | {"--help"}


def all_commands() -> list[str]:
    """Return every command that does something, with its group before it."""
    names: list[str] = []
    for name in COMMANDS:
        command, _ = find_command([name])
        group = command.list_commands(click.Context(command)) if isinstance(command, click.Group) else []
        is_doing = not isinstance(command, click.Group) or command.invoke_without_command
        names += [name] * is_doing + [f"{name} {each}" for each in group]
    return names


def test_each_setting_has_its_row_in_the_order_of_the_program() -> None:
    """An operator finds every setting, and none that does nothing."""
    asked = Asked()
    read_settings(asked)
    rows = table_below(OPERATORS, "Settings")
    assert [row[0].strip("`") for row in rows] == asked.names
    assert len(asked.names) == len(Settings.__dataclass_fields__)


def test_each_default_is_the_one_of_the_program() -> None:
    """A table that promises another port than the program's costs an evening."""
    for name, _, default in table_below(OPERATORS, "Settings"):
        field, prefix = FORMER_NAME.get(name.strip("`"), (name.strip("`").lower(), ""))
        value = Settings.__dataclass_fields__[field].default
        assert default == (f"`{prefix}{value}`" if value not in ("", ()) else "empty"), name


def test_each_command_has_its_row() -> None:
    """An operator finds every command in one table."""
    rows = table_below(OPERATORS_COMMANDS, "Commands")
    assert sorted(row[0].strip("`").removeprefix("wegwijs ") for row in rows) == sorted(all_commands())


def test_each_option_of_a_command_stands_in_its_row() -> None:
    """What a command can do is said where it stands."""
    for name, words in table_below(OPERATORS_COMMANDS, "Commands"):
        command, _ = find_command(name.strip("`").split()[1:])
        assert all(option in words for option in options_of(command) - {"--help"}), name


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_each_command_in_a_page_can_be_typed(page: Path) -> None:
    """No page names a command or an option that the program does not have."""
    for words in commands_of(page):
        command, rest = find_command(words.split())
        used = {word.partition("=")[0] for word in rest if word.startswith("--")}
        assert used <= options_of(command), words


def test_the_reading_of_commands_finds_them() -> None:
    """A test that finds no command would find no wrong one either."""
    found = commands_of(OPERATORS)
    assert {"stats --days 7", "check --today", "operators password"} <= set(found)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_each_make_target_in_a_page_exists(page: Path) -> None:
    """`make something` does something."""
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = re.findall(r"(?:`|^)make ([a-z-]+)", text_of(page), re.MULTILINE)
    assert set(named) <= targets


def test_each_exit_code_has_its_row() -> None:
    """A supervisor's log names a code; the page says what it means."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, WegwijsError)]
    rows = table_below(OPERATORS_WATCHING, "Exit codes")
    assert [int(row[0]) for row in rows] == sorted({0, *(kind.exit_code for kind in kinds)})


def test_each_counted_dimension_has_its_row_in_the_order_of_the_list() -> None:
    """Whoever reads figures knows what was counted."""
    rows = table_below(ROOT / "docs" / "counting.md", "Counters")
    assert [row[0].strip("`") for row in rows] == [what.value for what in Counted]
    assert {row[0].strip("`") for row in rows[-2:]} == {what.value for what in CROSSED}


def test_each_column_of_the_csv_has_its_meaning() -> None:
    """The data dictionary names the columns in their order."""
    rows = table_below(ROOT / "docs" / "counting.md", "The CSV")
    assert [name.strip("`") for row in rows for name in row[0].split(", ")] == list(COLUMNS)


def test_each_state_of_a_translation_has_its_row_in_the_order_of_the_list() -> None:
    """Whoever translates knows what each state means."""
    rows = table_below(ROOT / "docs" / "translators.md", "States")
    assert [row[0] for row in rows] == [state.value for state in State]


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CHANGELOG.md"], ids=name_of)
def test_each_link_leads_to_a_file_and_a_heading_that_exist(page: Path) -> None:
    """A reader who follows a link arrives."""
    for link in _LINK.findall(_FENCE.sub("", text_of(page))):
        if link.startswith(("https://", "http://")):
            continue
        file, _, anchor = link.partition("#")
        target = page.parent / file if file else page
        assert target.exists(), link
        if anchor:
            headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", text_of(target)), re.MULTILINE)
            assert anchor in map(slug, headings), link


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_each_file_named_in_code_exists(page: Path) -> None:
    """A file that was renamed is renamed in the pages too."""
    for code in _CODE.findall(_FENCE.sub("", text_of(page))):
        if re.match(r"(bot|tests|content|docs|benchmarks)/[\w./*<>-]+$", code):
            pattern = re.sub(r"<[a-z]+>", "*", code)
            assert (ROOT / code).exists() or any(ROOT.glob(pattern)) or code == "content/locales/templates", code


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_number_and_three_headings_on_one_page(decision: Path) -> None:
    """Context, decision, cost; nothing else, and short enough to be read."""
    text = text_of(decision)
    number = DECISIONS.index(decision) + 1
    assert decision.name.startswith(f"{number:04}-")
    assert text.startswith(f"# {number}. ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Cost"]
    assert len(text.splitlines()) <= 60


def test_pictures_are_small() -> None:
    """A page opens on a slow line too."""
    pictures = list((ROOT / "docs" / "pictures").iterdir())
    assert pictures
    assert all(picture.stat().st_size < LARGEST_PICTURE for picture in pictures)
