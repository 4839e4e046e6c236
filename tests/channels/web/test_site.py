"""Pages over real HTTP."""

import base64
import hashlib
import re
from collections.abc import AsyncIterator
from datetime import datetime
from html import unescape

import httpx
import pytest

from bot.content.library import Library
from tests.channels.web.serving import serving

LOCALES = ("en", "nl", "fr", "ar", "ti")


@pytest.fixture
async def browser(library: Library, now: datetime) -> AsyncIterator[httpx.AsyncClient]:
    """A client without a cookie jar of its own making: whatever is kept would show."""
    async with serving(library, now) as address, httpx.AsyncClient(base_url=address, follow_redirects=True) as client:
        yield client


def button_data(page: str, words: str) -> str:
    """Return what the form of a button posts."""
    found = re.search(
        rf'name="p" value="([^"]+)"><button[^>]*>(?:<svg.*?</svg>)?<span>{re.escape(words)}<', unescape(page)
    )
    assert found, f"no button {words!r}"
    return found.group(1)


async def test_the_first_page_offers_the_languages_with_the_browsers_own_first(browser: httpx.AsyncClient) -> None:
    """Accept-Language orders the choice; it decides nothing."""
    page = (await browser.get("/", headers={"Accept-Language": "ti,en;q=0.5"})).text
    assert page.index("ትግርኛ") < page.index("English")


async def test_every_step_has_an_address_in_every_language(browser: httpx.AsyncClient, library: Library) -> None:
    """One URL for each page and language, with language and direction set."""
    for locale in LOCALES:
        for step in library.steps if locale in {"en", "ar"} else list(library.steps)[:10]:
            answer = await browser.get(f"/{locale}/{step.replace('.', '/')}")
            assert answer.status_code == 200, step
            direction = "rtl" if locale == "ar" else "ltr"
            assert f'<html lang="{locale}" dir="{direction}">' in answer.text


async def test_answers_travel_by_post_and_never_in_an_address(browser: httpx.AsyncClient) -> None:
    """Whoever looks at the history of a browser learns nothing of a person's situation."""
    page = (await browser.get("/en/urgent-medical-aid/where-live")).text
    data = re.findall(r'name="p" value="([^"]+)"', page)
    assert data
    answer = await browser.post("/en/", data={"p": data[0]})
    assert answer.status_code == 200
    assert str(answer.url).endswith("/en/")
    assert "?" not in str(answer.url)


async def test_a_typed_town_leads_to_its_places(browser: httpx.AsyncClient) -> None:
    """The same search as everywhere, by POST."""
    page = (await browser.post("/en/", data={"q": "Gent"})).text
    listed = (await browser.post("/en/", data={"p": button_data(page, "Return desk")})).text
    assert "Ghent" in listed


async def test_every_answer_has_the_safe_headers_and_no_cookie(browser: httpx.AsyncClient) -> None:
    """Nothing is stored, nothing foreign is loaded, nothing is told to anybody: errors included."""
    for path in ("/", "/en/", "/en/trust/privacy", "/robots.txt", "/nowhere", "/xx/a/b", "/healthz"):
        answer = await browser.get(path)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert "set-cookie" not in answer.headers


async def test_a_page_loads_nothing_at_all(browser: httpx.AsyncClient) -> None:
    """Style and script stand in the page, so that one answer is the whole page and no file of ours stays."""
    for path in ("/", "/ar/", "/ti/emergency/numbers", "/en/cards/interpreter"):
        page = (await browser.get(path)).text
        assert re.findall(r'<(?:script|img|iframe|audio|video|object)[^>]* src="', page) == []
        assert re.findall(r'<link rel="([a-z ]+)" href="(?!http)([^"]*)"', page) == [("icon", "data:,")]
        assert "url(" not in page
        assert "@import" not in page


async def test_style_and_script_run_by_their_hash_alone(browser: httpx.AsyncClient) -> None:
    """The policy names the hash of each inline part; nothing else in a page can style or run."""
    answer = await browser.get("/en/")
    policy = answer.headers["content-security-policy"]
    for tag in ("style", "script"):
        part = re.search(rf"<{tag}>(.*?)</{tag}>", answer.text, re.DOTALL)
        assert part
        digest = base64.b64encode(hashlib.sha256(part.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("path", ["/nowhere", "/xx/", "/en/no/step", "/ar/detention/nothing", "/en/%00/x", "/en/../x"])
async def test_an_address_that_leads_nowhere_says_so_and_shows_the_menu(browser: httpx.AsyncClient, path: str) -> None:
    """In the language of the address where it has one."""
    answer = await browser.get(path)
    assert answer.status_code == 404
    locale = "ar" if path.startswith("/ar/") else "en"
    assert f'lang="{locale}"' in answer.text
    assert f"/{locale}/paper/start" in answer.text


@pytest.mark.parametrize("data", ["", "1", "%00", "x" * 64, "<script>alert(1)</script>", "1sA____en-"])
async def test_rubbish_in_a_form_is_answered_with_a_page(browser: httpx.AsyncClient, data: str) -> None:
    """No input raises and none comes back as markup."""
    for field in ("p", "q", "point"):
        answer = await browser.post("/en/", data={field: data})
        assert answer.status_code == 200
        assert "alert(1)" not in answer.text


async def test_a_form_that_is_too_long_is_refused(browser: httpx.AsyncClient) -> None:
    """Nobody fills the memory of the machine."""
    assert (await browser.post("/en/", content=b"q=" + b"x" * 100_000)).status_code == 413


async def test_health_tells_the_revision(browser: httpx.AsyncClient, library: Library) -> None:
    """A container's health check asks here."""
    assert library.revision in (await browser.get("/healthz")).text


async def test_telephone_numbers_are_links_to_call(browser: httpx.AsyncClient) -> None:
    """One tap calls."""
    assert 'href="tel:112"' in (await browser.get("/en/emergency/numbers")).text
