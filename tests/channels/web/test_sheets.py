"""Sheets for paper, over real HTTP and as files."""

import hashlib
import re
from base64 import b64encode
from collections.abc import AsyncIterator
from datetime import datetime
from html import unescape

import httpx
import pytest
import segno

from bot.channels.web.fonts import carried_faces, read_font
from bot.channels.web.sheets import topic_address, write_sheet
from bot.content.library import Library
from bot.dialogue.sheet import make_sheet
from tests.channels.web.serving import serving

LOCALES = ("en", "nl", "fr", "ar", "ti")
ADDRESS = "https://wegwijs.example"


@pytest.fixture
async def browser(library: Library, now: datetime) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a real server on loopback."""
    async with serving(library, now) as address, httpx.AsyncClient(base_url=address) as client:
        yield client


def file_of(library: Library, now: datetime, flow: str, locale: str, address: str = ADDRESS) -> str:
    """Return a sheet as a file."""
    sheet = make_sheet(library, library.flows[flow], locale, now.date())
    return write_sheet(library, sheet, address, carried_faces("Arab"), is_file=True).html


async def test_every_topic_has_a_sheet_in_every_language(browser: httpx.AsyncClient, library: Library) -> None:
    """One address for each, with language and direction set, and every page of the topic with its number."""
    for locale in LOCALES:
        for flow in library.flows.values():
            answer = await browser.get(f"/{locale}/{flow.flow}/")
            assert answer.status_code == 200, flow.flow
            direction = "rtl" if locale == "ar" else "ltr"
            assert f'<html lang="{locale}" dir="{direction}">' in answer.text
            pages = re.findall(r'id="page-([0-9]+)"', answer.text)
            assert pages == [str(number) for number in range(1, len(flow.steps) + 1)]
            assert set(re.findall(r'href="#page-([0-9]+)"', answer.text)) == set(pages)


async def test_a_sheet_may_use_its_own_style_and_the_sites_fonts_and_nothing_else(browser: httpx.AsyncClient) -> None:
    """The style is allowed by its hash; no script, no picture from elsewhere, no form."""
    answer = await browser.get("/ar/detention/")
    style = answer.text.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = answer.headers["content-security-policy"]
    assert f"style-src 'sha256-{digest}'" in policy
    assert "font-src 'self'" in policy
    assert "default-src 'none'" in policy
    assert "script" not in answer.text
    assert " src=" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex"


async def test_no_other_page_may_load_a_font(browser: httpx.AsyncClient) -> None:
    """Ordinary pages use the fonts of the telephone."""
    for path in ("/ar/", "/ar/detention/start", "/ar/nowhere/"):
        assert "font-src" not in (await browser.get(path)).headers["content-security-policy"]


async def test_the_fonts_are_served(browser: httpx.AsyncClient) -> None:
    """Those that the style names, byte for byte."""
    addresses = re.findall(r'url\("([^"]+)"\)', (await browser.get("/ti/detention/")).text)
    assert len(addresses) == 2
    for address in addresses:
        answer = await browser.get(address)
        assert answer.headers["content-type"] == "font/woff2"
        assert answer.content == read_font(address.removeprefix("/fonts/"))


@pytest.mark.parametrize("path", ["/en/nowhere/", "/xx/detention/", "/fonts/OFL.txt", "/fonts/..%2Fsheet.css"])
async def test_an_address_without_a_sheet_or_font_is_not_found(browser: httpx.AsyncClient, path: str) -> None:
    """And is answered like any other that leads nowhere."""
    assert (await browser.get(path)).status_code == 404


async def test_the_code_and_the_letters_lead_to_the_topic_where_the_sheet_was_asked_for(
    browser: httpx.AsyncClient, library: Library
) -> None:
    """A visitor's telephone opens the very page that the paper is about."""
    link = topic_address(library, library.flows["detention"], "ar", str(browser.base_url).rstrip("/"))
    assert link.endswith("/ar/detention/start")
    page = (await browser.get("/ar/detention/")).text
    assert segno.make(link, error="m").svg_inline(border=4, omitsize=True, svgclass=None, lineclass=None) in page
    assert f"{link.replace('/', '/<wbr>')}</a>" in page


def test_a_file_works_alone(library: Library, now: datetime) -> None:
    """Its fonts are in it; it may load nothing, and its only addresses are links."""
    html = file_of(library, now, "detention", "ar")
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:\"" in unescape(html)
    assert set(re.findall(r'url\("([a-z]+):', html)) == {"data"}
    assert "/fonts/" not in html


def test_without_an_address_there_is_no_code(library: Library, now: datetime) -> None:
    """A code that leads nowhere is worse than none."""
    html = file_of(library, now, "detention", "en", address="")
    assert "<svg" not in html
    assert "<figure" not in html


def test_sources_stand_with_publisher_title_date_and_link_in_letters(library: Library, now: datetime) -> None:
    """Whoever has only the paper can look it up elsewhere."""
    html = file_of(library, now, "detention", "en")
    listed = unescape(re.sub(r"<[^>]+>", "", html.rpartition('<section class="sources">')[2]))
    for line in make_sheet(library, library.flows["detention"], "en", now.date()).sources:
        source = line.source
        told = f"{line.number} {source.publisher}: {source.title} · {line.when} · {source.link}"
        assert told.replace("https://", "") in listed.replace("https://", "")


def test_the_foot_of_each_side_names_the_topic_and_that_it_is_a_draft(library: Library, now: datetime) -> None:
    """A side that got lost still says what it is; its text cannot leave the string it stands in."""
    html = file_of(library, now, "detention", "en")
    foot = re.findall(r'@bottom-left \{ content: "([^"]*)"', html)[0]
    letters = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match.group(1), 16)), foot)
    assert letters == "Wegwijs · Detention and my rights · Draft: no organisation has confirmed these pages."
    assert not set(foot) & set("<>\"'{};:.")
    assert '@bottom-right { content: "Wegwijs' not in html
    assert '@bottom-right { content: "Wegwijs' in file_of(library, now, "detention", "ar")


def test_options_that_lead_to_the_same_page_share_its_number(library: Library, now: datetime) -> None:
    """Three answers, one page: it is named once."""
    html = file_of(library, now, "situation", "en")
    first = html.partition('id="page-1"')[2].partition("</section>")[0]
    assert first.count('href="#page-2"') == 1
    words = " ".join(unescape(re.sub(r"<[^>]+>", "", first)).split())
    assert "Go on: 2 Yes, children are with me / No children are with me / I do not want to say" in words
    assert "Detention and my rights: I am held now" in words


def test_a_reference_for_one_answer_says_so(library: Library, now: datetime) -> None:
    """As the page itself does."""
    html = unescape(re.sub(r"<[^>]+>", "", file_of(library, now, "situation", "en")))
    assert "Pregnancy and birth (If your answer is: I am pregnant)" in html
    html = unescape(re.sub(r"<[^>]+>", "", file_of(library, now, "urgent-medical-aid", "en")))
    assert "If your answer is: At an address" in html
