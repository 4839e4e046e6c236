"""`make bench`: how heavy each kind of page is in a browser, in the language in which it is heaviest."""

import asyncio
import gzip
from datetime import datetime, time
from pathlib import Path

from playwright.async_api import Page, Response, async_playwright

from bot.content.library import Library
from bot.content.reader import read_content
from bot.content.talks import BELGIUM
from bot.storage.content_folder import read_folder
from tests.channels.web.kinds import KINDS, Kind
from tests.channels.web.serving import serving
from tests.channels.web.test_offline import with_offline
from tests.chromium import ARGUMENTS, need_chromium

ROOT = Path(__file__).parent.parent
GOAL = 30 * 1024
"""Bytes of a whole page, everything in it, before packing."""
SMALLEST = b"<!doctype html><title>x</title><p>x"
"""The smallest page there can be, to compare with."""


async def weigh(page: Page, address: str, kind: Kind, locale: str) -> tuple[int, int, int]:
    """Return what the last page of a kind weighs, packed and unpacked, and how many answers it took."""
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    await kind.open(page, address, locale)
    page.on("response", note)
    await kind.open(page, address, locale)
    page.remove_listener("response", note)
    documents = [answer for answer in answers if answer.request.resource_type == "document"]
    body = (await page.content()).encode()
    return len(gzip.compress(body)), len(body), len(answers) - len(documents)


async def measure() -> bool:
    """Print the table; tell whether every page keeps to the goal."""
    library = read_content(read_folder(ROOT / "content")).library
    assert isinstance(library, Library)
    now = datetime.combine(library.content_date, time(12), BELGIUM)
    is_light = True
    print(f"{'page':32}{'packed':>9}{'unpacked':>10}{'further files':>15}  heaviest in")
    async with serving(with_offline(library), now) as address, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=need_chromium(), args=list(ARGUMENTS))
        page = await browser.new_page(java_script_enabled=False)
        for kind in KINDS:
            weights = {locale: await weigh(page, address, kind, locale) for locale in library.locales}
            locale = max(weights, key=lambda one: weights[one][1])
            packed, unpacked, further = weights[locale]
            is_light = is_light and unpacked <= GOAL and not further
            print(f"{kind.name:32}{packed:9}{unpacked:10}{further:15}  {locale}")
        await browser.close()
    ratio = max(weight[1] for weight in weights.values()) / len(SMALLEST)
    print(f"goal: {GOAL} bytes unpacked, no further file: {'kept' if is_light else 'MISSED'}")
    print(f"the last page is {ratio:.0f} times the smallest page there can be ({len(SMALLEST)} bytes)")
    return is_light


if __name__ == "__main__":
    raise SystemExit(0 if asyncio.run(measure()) else 1)
