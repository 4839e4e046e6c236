"""The running bot follows the folder on disk, as long as what is there passes every check."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from weakref import ref

import pytest

from bot.content.library import Library
from bot.dialogue.inputs import Commanded, Pressed, Said, SharedPoint
from bot.dialogue.position import Act, Position, decode, encode, home
from bot.dialogue.respond import respond
from bot.dialogue.sheet import make_sheet
from bot.errors import ContentUnreadableError
from bot.storage.building import Built, warm_up
from bot.storage.live_library import SHOWN_ERRORS, LiveLibrary, Outcome
from bot.storage.steady_reading import Content
from tests.content.sample import library_of, sample_files, written
from tests.storage.reloading import NOW, Told, build_here, edit, live_library

ENGLISH = "title: What this bot does"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample on disk."""
    return written(tmp_path / "content", sample_files())


@pytest.fixture
def operators() -> Told:
    return Told()


@pytest.fixture
def live(folder: Path, operators: Told) -> LiveLibrary:
    """The sample in use."""
    return live_library(folder, operators)


async def test_an_edit_is_taken_in_one_swap(live: LiveLibrary, folder: Path, operators: Told) -> None:
    """The turn that began with the former library ends with it."""
    before = live()
    edit(folder / "flows" / "help.yaml", ENGLISH, "title: What this bot can do")
    assert await live.refresh(NOW) is Outcome.TAKEN
    assert before.text("en", "help.start.title") == "What this bot does"
    assert live().text("en", "help.start.title") == "What this bot can do"
    assert [news.sentence for news in operators.news] == [f"New content is in use: revision {live().revision}."]
    assert live.standing() == ()


async def test_a_folder_that_did_not_change_is_not_even_read(live: LiveLibrary, folder: Path) -> None:
    """Somebody looks every five seconds."""
    before = live()
    assert await live.refresh(NOW) is Outcome.UNCHANGED
    assert await live.refresh(NOW) is Outcome.UNCHANGED
    (folder / "facts.yaml").touch()
    assert await live.refresh(NOW) is Outcome.UNCHANGED
    assert live() is before


async def test_what_check_refuses_is_not_used_and_operators_read_file_line_and_sentence(
    live: LiveLibrary, folder: Path, operators: Told
) -> None:
    """Once; and on /healthz for as long as it lasts."""
    before = live()
    edit(folder / "flows" / "help.yaml", "to: numbers", "to: number")
    assert await live.refresh(NOW) is Outcome.REFUSED
    assert await live.refresh(NOW + timedelta(hours=1)) is Outcome.UNCHANGED
    assert live() is before
    (news,) = operators.news
    assert news.is_urgent
    assert "the last good one stays" in news.sentence
    assert "flows/help.yaml:18: " in news.sentence
    assert 'Did you mean "help.numbers"?' in news.sentence
    (line,) = live.standing()
    assert line.startswith("content on disk is not in use since 2026-11-23 12:00: flows/help.yaml:18: ")


async def test_mended_content_is_taken_and_operators_hear_of_it(
    live: LiveLibrary, folder: Path, operators: Told
) -> None:
    file = folder / "flows" / "help.yaml"
    edit(file, "to: numbers", "to: number")
    await live.refresh(NOW)
    edit(file, "to: number\n", "to: numbers\n")
    edit(file, ENGLISH, "title: What this bot can do")
    assert await live.refresh(NOW) is Outcome.TAKEN
    assert live.standing() == ()
    assert [news.is_urgent for news in operators.news] == [True, False]


async def test_content_that_is_as_before_again_ends_the_trouble(
    live: LiveLibrary, folder: Path, operators: Told
) -> None:
    """`git checkout` of the file."""
    file = folder / "flows" / "help.yaml"
    good = file.read_bytes()
    edit(file, "to: numbers", "to: number")
    await live.refresh(NOW)
    file.write_bytes(good)
    assert await live.refresh(NOW) is Outcome.UNCHANGED
    assert live.standing() == ()
    assert operators.news[-1].sentence == "The content on disk is again the one in use."


async def test_the_same_fault_saved_again_is_not_told_again(live: LiveLibrary, folder: Path, operators: Told) -> None:
    file = folder / "flows" / "help.yaml"
    edit(file, "to: numbers", "to: number")
    await live.refresh(NOW)
    file.touch()
    assert await live.refresh(NOW) is Outcome.UNCHANGED
    edit(file, "This bot gives", "The bot gives")
    assert await live.refresh(NOW + timedelta(hours=1)) is Outcome.REFUSED
    assert len(operators.news) == 1
    assert "12:00" in live.standing()[0]


async def test_many_errors_are_told_as_some_and_a_number(live: LiveLibrary, folder: Path, operators: Told) -> None:
    file = folder / "sources.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("publisher:", "publischer:"), encoding="utf-8")
    assert await live.refresh(NOW) is Outcome.REFUSED
    *lines, last = operators.news[0].sentence.splitlines()
    assert len(lines) == SHOWN_ERRORS
    assert last.endswith("more: run wegwijs check")


async def test_a_folder_that_is_gone_for_a_while_costs_nothing(
    live: LiveLibrary, folder: Path, operators: Told
) -> None:
    """A share that is not mounted."""
    away = folder.rename(folder.with_name("away"))
    assert await live.refresh(NOW) is Outcome.REFUSED
    assert await live.refresh(NOW) is Outcome.REFUSED
    assert "CONTENT_DIR" in live.standing()[0]
    away.rename(folder)
    assert await live.refresh(NOW) is Outcome.UNCHANGED
    assert (live.standing(), len(operators.news)) == ((), 2)


async def test_a_build_that_fails_is_tried_again_after_the_next_change_only(folder: Path, operators: Told) -> None:
    """Somebody looks every five seconds; a process each time would take the machine's breath."""
    tried: list[str] = []

    async def fail(content: Content) -> Built:
        tried.append(content.revision)
        raise ContentUnreadableError("The process ended.")

    live = LiveLibrary(folder, live_library(folder, operators)(), fail, operators)
    file = folder / "flows" / "help.yaml"
    edit(file, ENGLISH, "title: What this bot can do")
    assert [await live.refresh(NOW), await live.refresh(NOW)] == [Outcome.REFUSED, Outcome.UNCHANGED]
    assert "after the next change" in live.standing()[0]
    edit(file, "can do", "may do")
    assert await live.refresh(NOW) is Outcome.REFUSED
    assert len(tried) == 2


async def test_the_settings_of_the_bot_stay(folder: Path, operators: Told) -> None:
    """`REQUIRE_REVIEW` holds for new content too."""
    first = replace(live_library(folder, operators)(), require_review="all")
    live = LiveLibrary(folder, first, build_here, operators)
    edit(folder / "flows" / "help.yaml", ENGLISH, "title: What this bot can do")
    await live.refresh(NOW)
    assert live().require_review == "all"


async def test_a_key_that_was_shown_is_never_forgotten(live: LiveLibrary, folder: Path) -> None:
    """A page of the former library is still being written while the new one, without that step, is in use."""
    lock = folder / "ids.lock"
    shown = Position(Act.STEP, "ar", "step:help.numbers")
    button = encode(shown, live().keys)
    lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if "step:help.numbers" not in line]
    lock.write_text("\n".join([*lines, ""]), encoding="utf-8")
    for name in ("help", "paper"):
        file = folder / "flows" / f"{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("numbers", "phones"), encoding="utf-8")
    for file in (folder / "bot.yaml", folder / "questions.yaml"):
        if file.exists():
            file.write_text(file.read_text(encoding="utf-8").replace("help.numbers", "help.phones"), encoding="utf-8")
    for file in [*folder.rglob("recordings.yaml"), *folder.rglob("*.talk")]:
        file.unlink()
    for file in folder.rglob("*.ogg"):
        file.unlink()
    assert await live.refresh(NOW) is Outcome.TAKEN, live.standing()
    assert encode(shown, live().keys) == button
    found = decode(button, live().keys)
    assert found is not None
    assert respond(live(), found, Pressed(), NOW).message.buttons


async def test_a_reload_frees_the_former_library_without_a_search_for_garbage(
    folder: Path, operators: Told, without_collector: None
) -> None:
    """Everything that is worked out for a library is asked for first: pages, words, points, sheets, lists."""
    del without_collector
    live = live_library(folder, operators)
    use(live())
    former = ref(live())
    edit(folder / "flows" / "help.yaml", ENGLISH, "title: What this bot can do")
    assert await live.refresh(NOW) is Outcome.TAKEN
    assert former() is None


def test_the_shipped_library_goes_too(library: Library, without_collector: None) -> None:
    """It has places, talks, recordings and all else that the sample may lack."""
    del without_collector
    copy = replace(library)
    use(copy)
    former = ref(copy)
    del copy
    assert former() is None


async def test_a_fault_of_the_program_does_not_reach_anybody(folder: Path, operators: Told) -> None:
    """The library stays; `bot/app.py` writes the fault into the log."""

    async def fail(content: Content) -> Built:
        raise ZeroDivisionError(len(content.files))

    live = LiveLibrary(folder, live_library(folder, operators)(), fail, operators)
    before = live()
    edit(folder / "flows" / "help.yaml", ENGLISH, "title: What this bot can do")
    with pytest.raises(ZeroDivisionError):
        await live.refresh(NOW)
    assert live() is before


@pytest.fixture
def without_collector() -> Iterator[None]:
    """What goes then, goes because nobody holds it."""
    gc.disable()
    yield
    gc.enable()


def use(library: Library) -> None:
    """Do everything with a library that a person or an operator can do."""
    warm_up(library)
    for locale in library.locales:
        respond(library, home(locale), Commanded("menu"), NOW)
        respond(library, home(locale), Said("doctor"), NOW)
        respond(library, home(locale), SharedPoint(51.05, 3.72), NOW)
        for step in library.steps:
            for act in (Act.STEP, Act.TERMS, Act.ORIGINAL):
                respond(library, Position(act, locale, f"step:{step}"), Pressed(), NOW)
        for kind in library.bot.kinds:
            respond(library, Position(Act.PLACES, locale, f"kind:{kind}"), Pressed(), NOW)
        for flow in library.flows.values():
            make_sheet(library, flow, locale, NOW.date())


def test_the_sample_is_used_without_a_fault() -> None:
    """So that the tests above prove something."""
    use(library_of(sample_files()))
