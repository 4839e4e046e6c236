"""Faulty files never take the place of the last content without an error."""

import asyncio
from pathlib import Path

from bot.editors.live_content import LiveContent


async def test_a_broken_file_leaves_the_last_sound_library(folder: Path) -> None:
    """The issues are those of the files as they are; the library is the one before."""
    content = LiveContent(folder)
    await content.refresh()
    sound = content.now
    assert sound.is_sound
    flow = folder / "flows" / "paper.yaml"
    text = flow.read_text()
    flow.write_text(text.replace("title: Where", "title Where"))
    await content.refresh()
    broken = content.now
    assert broken.library is sound.library
    assert broken.library_at == sound.library_at
    assert [issue.mark.file for issue in broken.errors] == ["flows/paper.yaml"]
    flow.write_text(text.replace("Where do you live?", "Where is your home?"))
    await content.refresh()
    assert content.now.library is not None
    assert content.now.library.steps["paper.start"].title == "Where is your home?"
    assert content.now.number == 3


async def test_without_any_sound_content_there_is_no_library(folder: Path) -> None:
    """Nothing is shown rather than something faulty."""
    (folder / "bot.yaml").write_text("name: [")
    content = LiveContent(folder)
    await content.refresh()
    assert content.now.library is None
    assert not content.now.is_sound


async def test_a_folder_that_vanishes_is_an_issue(folder: Path) -> None:
    """An unplugged disk ends nothing."""
    content = LiveContent(folder)
    await content.refresh()
    await asyncio.to_thread(folder.rename, folder.with_name("elsewhere"))
    await content.refresh()
    assert content.now.library is not None
    assert "There is no folder" in content.now.errors[0].sentence


async def test_whoever_waits_is_woken_by_what_is_saved(folder: Path) -> None:
    """Several strokes of an editor are one change."""
    content, stopping = LiveContent(folder), asyncio.Event()
    await content.refresh()
    watching = asyncio.create_task(content.follow(stopping))
    flow = folder / "flows" / "paper.yaml"
    async with asyncio.timeout(20):
        waiting = asyncio.create_task(content.next_change(content.now.number))
        flow.write_text("")
        flow.write_text(flow.with_name("help.yaml").read_text())
        assert not (await waiting).is_sound
    assert not await content.refresh()
    stopping.set()
    await watching
