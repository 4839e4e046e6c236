"""Recordings over real HTTP, and in a real browser."""

from collections.abc import AsyncIterator
from datetime import datetime

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette

from bot.channels.web.audio import audio_route, find_part
from bot.content.audio import sound_file
from bot.content.talks import BELGIUM
from bot.dialogue.position import Act, Position, encode
from bot.reception import Reception
from bot.storage.memory import MemoryCounters, MemoryPreferences, MemoryRecordings
from tests.channels.web.serving import serving
from tests.content.sample import RECORDED, Files, library_of, planted, sample_files

NOON = datetime(2026, 11, 21, 12, tzinfo=BELGIUM)
PAGE = "/en/help/numbers"
SOURCE = "/audio/en/help/numbers.ogg"
SOUND = sample_files()[sound_file("en", RECORDED)]
SIZE = len(SOUND)


@pytest.fixture
def sounds() -> Files:
    """The files of sound on disk; a test may change them while the site runs."""
    return sample_files()


@pytest.fixture
async def browser(sounds: Files) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a site with the sample, one page of which was read aloud."""
    async with (
        serving(library_of(sample_files()), NOON, sounds=sounds) as address,
        httpx.AsyncClient(base_url=address) as client,
    ):
        yield client


async def test_a_page_that_can_be_heard_has_a_player_in_place_of_the_button(browser: httpx.AsyncClient) -> None:
    """Nothing is fetched before somebody presses; without a player there is a link."""
    page = (await browser.get(PAGE)).text
    assert f'<audio controls preload="none" src="{SOURCE}" aria-label="Listen (1:20)">' in page
    assert f'<a href="{SOURCE}">Listen (1:20)</a></audio>' in page
    assert page.index("</h1>") < page.index("<audio") < page.index("Call ")
    assert '<span aria-hidden="true">🔊</span><span>' not in page
    assert "media-src 'self'" in (await browser.get(PAGE)).headers["content-security-policy"]


async def test_other_pages_have_none(browser: httpx.AsyncClient) -> None:
    """The menu, and a page that nobody read."""
    for path in ("/en/", "/en/paper/start"):
        assert "<audio" not in (await browser.get(path)).text


async def test_the_original_is_heard_in_english(browser: httpx.AsyncClient) -> None:
    """The page in English words, for a reader of Arabic, with the English voice."""
    library = library_of(sample_files())
    data = encode(Position(Act.ORIGINAL, "ar", f"step:{RECORDED}"), library.keys)
    page = (await browser.post("/ar/", data={"p": data})).text
    assert f'src="{SOURCE}"' in page
    assert '<html lang="ar"' in page


async def test_the_sound_comes_whole(browser: httpx.AsyncClient) -> None:
    """Never stored, as nothing is."""
    answer = await browser.get(SOURCE)
    assert (answer.status_code, answer.content) == (200, SOUND)
    assert answer.headers["content-type"] == "audio/ogg"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["cache-control"] == "no-store"
    head = await browser.head(SOURCE)
    assert (head.content, head.headers["content-length"]) == (b"", str(SIZE))


@pytest.mark.parametrize(
    ("wish", "first", "last"),
    [
        ("bytes=0-1", 0, 1),
        ("bytes=0-", 0, SIZE - 1),
        ("bytes=10-", 10, SIZE - 1),
        ("bytes=10-999999", 10, SIZE - 1),
        ("bytes=-5", SIZE - 5, SIZE - 1),
    ],
)
async def test_a_part_comes_alone(browser: httpx.AsyncClient, wish: str, first: int, last: int) -> None:
    """Phones of one maker ask for two bytes first, and play nothing from a site that sends more."""
    answer = await browser.get(SOURCE, headers={"Range": wish})
    assert (answer.status_code, answer.content) == (206, SOUND[first : last + 1])
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{SIZE}"


@pytest.mark.parametrize("wish", ["bytes=5-2", "bytes=-", "bytes=0-1,5-6", "lines=0-1"])
async def test_an_odd_wish_gets_the_whole(browser: httpx.AsyncClient, wish: str) -> None:
    """A server may always give more than was asked for."""
    answer = await browser.get(SOURCE, headers={"Range": wish})
    assert (answer.status_code, answer.content) == (200, SOUND)


async def test_a_part_behind_the_end_is_refused(browser: httpx.AsyncClient) -> None:
    """With the length, so that the browser can ask again."""
    answer = await browser.get(SOURCE, headers={"Range": f"bytes={SIZE}-"})
    assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{SIZE}")


@given(
    st.integers(1, 50), st.one_of(st.text(max_size=30), st.from_regex(r"bytes=[0-9]{0,3}-[0-9]{0,3}", fullmatch=True))
)
def test_any_wish_gets_a_part_that_is_there(size: int, wish: str) -> None:
    """No header raises, and none gets a byte that does not exist."""
    part = find_part(size, wish)
    assert not part or (part.start >= 0 and part.stop <= size)


@pytest.mark.parametrize(
    "path",
    [
        "/audio/en/help/start.ogg",
        "/audio/nl/help/numbers.ogg",
        "/audio/en/no/page.ogg",
        "/audio/xx/help/numbers.ogg",
        "/audio/en/help/..%2F..%2Fbot.yaml.ogg",
    ],
)
async def test_what_nobody_read_is_not_there(browser: httpx.AsyncClient, path: str) -> None:
    """Another page, another language, no page, no language, a way out of the folder."""
    assert (await browser.get(path)).status_code == 404


async def test_what_no_longer_fits_is_not_there() -> None:
    """A changed number, while the file still lies on the disk."""
    files = planted("facts.yaml", 'value: "112"', 'value: "+3280032745"')
    async with serving(library_of(files), NOON, sounds=files) as address, httpx.AsyncClient(base_url=address) as client:
        assert (await client.get(SOURCE)).status_code == 404
        assert "<audio" not in (await client.get(PAGE)).text


async def test_a_file_that_was_exchanged_while_the_site_runs_is_not_there(
    browser: httpx.AsyncClient, sounds: Files
) -> None:
    """Nobody knows what it says."""
    sounds[sound_file("en", RECORDED)] = b"another"
    assert (await browser.get(SOURCE)).status_code == 404


async def test_each_beginning_counts_once() -> None:
    """Not the probe before it, not the parts behind it, not what cannot be had."""
    library, counters = library_of(sample_files()), MemoryCounters()
    recordings = MemoryRecordings(sample_files())
    reception = Reception(lambda: library, counters, MemoryPreferences(), b"key", recordings=recordings)
    transport = httpx.ASGITransport(_application(reception))
    async with httpx.AsyncClient(base_url="http://site", transport=transport) as client:
        for wish in ("bytes=0-1", "bytes=0-", "bytes=50-", "bytes=9999-"):
            await client.get(SOURCE, headers={"Range": wish})
        await client.head(SOURCE)
        await client.get("/audio/en/help/start.ogg")
    await reception.write_counts()
    counted = {(key.what, key.value): n for key, n in await counters.read(NOON.date(), NOON.date())}
    assert counted == {("listened", RECORDED): 1}


def _application(reception: Reception) -> Starlette:
    return Starlette(routes=[audio_route(reception, lambda: NOON)])
