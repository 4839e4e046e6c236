"""Every talk that editors wrote, played in a real browser: all of them without JavaScript, ten with it."""

from datetime import datetime, time
from itertools import groupby

import pytest
from playwright.async_api import Browser

from bot.content.library import Library
from bot.content.talks import BELGIUM
from tests.channels.web.serving import serving
from tests.channels.web.talking import visitor

PHONE_WIDTH, PHONE_HEIGHT = 320, 640
WITH_SCRIPT = 10


@pytest.mark.parametrize("has_script", [False, True], ids=["without JavaScript", "with JavaScript"])
async def test_talks_hold_in_a_browser(chromium: Browser, library: Library, has_script: bool) -> None:  # noqa: FBT001 - a parameter
    """The same pages and buttons as in the chat, and no request to anywhere else."""
    talks = library.talks[:: len(library.talks) // WITH_SCRIPT] if has_script else library.talks
    assert len(talks) >= (WITH_SCRIPT if has_script else 40)
    faults: list[str] = []
    noon = datetime.combine(library.content_date, time(12), BELGIUM)
    for now, talks_then in groupby(sorted(talks, key=lambda talk: talk.at or noon), key=lambda talk: talk.at or noon):
        context = await chromium.new_context(
            viewport={"width": PHONE_WIDTH, "height": PHONE_HEIGHT}, java_script_enabled=has_script
        )
        async with serving(library, now) as address:
            somebody = await visitor(context, address, library)
            for talk in talks_then:
                fault = await somebody.plays(talk)
                faults += [fault] if fault else []
            faults += [f"{now}: {url}" for url in somebody.asked if not url.startswith(f"{address}/")]
        assert await context.cookies() == []
        await context.close()
    assert faults == []
