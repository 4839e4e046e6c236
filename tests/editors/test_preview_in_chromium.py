"""The preview in a real browser, with real files that are saved from outside."""

from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, Request, expect

from tests.editors.conftest import Previewing

LAPTOP = {"width": 1280, "height": 800}
FLOW = "flows/paper.yaml"


async def opened(chromium: Browser, address: str, path: str = "/") -> Page:
    """Return a page of the preview on a small laptop; whatever the browser complains about fails the test."""
    page = await chromium.new_page(viewport={"width": LAPTOP["width"], "height": LAPTOP["height"]})

    def refuse(request: Request) -> None:
        assert request.url.startswith((address, "data:")), request.url

    page.on("request", refuse)
    page.on("pageerror", lambda problem: pytest.fail(str(problem)))
    await page.goto(f"{address}{path}")
    return page


def save(folder: Path, file: str, old: str, new: str) -> None:
    """Save a file with one place changed, as any editor would."""
    text = (folder / file).read_text()
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new))


async def test_a_conversation_with_the_answers_in_view(chromium: Browser, folder: Path, previewing: Previewing) -> None:
    """What is pressed is answered; the list of flows and the picture follow."""
    async with previewing(folder) as address:
        page = await opened(chromium, address)
        await page.get_by_role("button", name="I got a paper").click()
        await expect(page.locator(".bubble")).to_contain_text("Where do you live?")
        await expect(page.locator("#flows a[aria-current]")).to_have_text("Where do you live?")
        await expect(page.locator("#chart a[aria-current]")).to_contain_text("Where do you")
        await page.get_by_role("button", name="At an address").click()
        await expect(page.locator(".bubble")).to_contain_text("A decision about your stay")
        await expect(page.locator("#answer-home")).to_have_value("address")
        await expect(page.locator(".branches")).to_contain_text("A lawyer near me only with home: none or not-given")
        await page.locator("#answer-home").select_option("none")
        await expect(page.locator(".branches")).to_have_count(0)
        await expect(page.get_by_role("button", name="A lawyer near me")).to_be_visible()
        await page.get_by_role("button", name="Back").click()
        await expect(page.locator(".bubble")).to_contain_text("Where do you live?")


async def test_two_languages_side_by_side(chromium: Browser, folder: Path, previewing: Previewing) -> None:
    """The same page in both; a button of either leads both on."""
    async with previewing(folder) as address:
        page = await opened(chromium, address, "/?step=paper.start")
        await page.locator("#second").select_option("ar")
        second = page.locator(".phone[lang=ar]")
        await expect(second).to_contain_text("نص")
        await second.locator("button").first.click()
        await expect(page.locator(".phone[lang=en]")).to_contain_text("A decision about your stay")
        await expect(second).to_contain_text("A decision about your stay نص")
        sides = [await page.locator(f".phone[lang={locale}]").bounding_box() for locale in ("en", "ar")]
        assert sides[0]
        assert sides[1]
        assert (sides[0]["width"], sides[1]["width"]) == (320, 320)
        assert sides[1]["x"] + 320 < LAPTOP["width"]


async def test_clock_and_place_are_set_by_hand(chromium: Browser, folder: Path, previewing: Previewing) -> None:
    """A desk is open in the morning and closed in the evening; the notice of a day stands on that day."""
    async with previewing(folder) as address:
        page = await opened(chromium, address)
        await page.locator("#day").fill("2026-12-01")
        await page.locator("#day").blur()
        await expect(page.locator("#weekday")).to_have_value("1")
        await expect(page.locator(".bubble")).to_contain_text("The desks are closed today.")
        await page.locator("#weekday").select_option("Monday")
        await expect(page.locator("#day")).to_have_value("2026-11-30")
        await page.get_by_role("button", name="Help near me").click()
        await page.locator("#place").fill("2018")
        await page.locator("#place").press("Enter")
        await expect(page.locator("#place")).to_have_value("2018 Antwerpen")
        await page.get_by_role("button", name="Legal help").click()
        await page.get_by_role("button", name="Legal desk").click()
        for time, words in {"20:00": "Closed", "10:00": "Open"}.items():
            await page.locator("#time").fill(time)
            await page.locator("#time").blur()
            await expect(page.locator(".bubble")).to_contain_text(words)
        await page.locator("#place").fill("Xyzzyx")
        await page.locator("#place").press("Enter")
        await expect(page.locator(".remark")).to_have_text('No town or postcode is called "Xyzzyx".')


async def test_typed_words_and_commands(chromium: Browser, folder: Path, previewing: Previewing) -> None:
    """As a person types them; the words stand above their answer."""
    async with previewing(folder) as address:
        page = await opened(chromium, address)
        await page.locator("#words").fill("ambulance")
        await page.locator("#words").press("Enter")
        await expect(page.locator(".typed")).to_have_text("ambulance")
        await page.get_by_role("button", name="Numbers to call").click()
        await expect(page.locator(".bubble")).to_contain_text("112")
        await page.locator("#words").fill("/clear")
        await page.get_by_role("button", name="Send").click()
        await expect(page.locator(".effect")).to_contain_text("removes its messages")


async def test_what_is_saved_shows_without_a_reload(chromium: Browser, folder: Path, previewing: Previewing) -> None:
    """The page, the list and the picture; what the editor had set and begun to type stays."""
    async with previewing(folder) as address:
        page = await opened(chromium, address, "/?step=paper.decision")
        await page.locator("#answer-home").select_option("address")
        await expect(page.locator(".branches")).to_have_count(1)
        await page.locator("#words").fill("half a wo")
        save(folder, FLOW, "title: A decision about your stay", "title: A letter about your stay")
        await expect(page.locator(".bubble")).to_contain_text("A letter about your stay", timeout=20_000)
        await expect(page.locator("#flows a[aria-current]")).to_contain_text("A letter about your stay")
        await expect(page.locator("#chart")).to_contain_text("A letter about")
        await expect(page.locator("#words")).to_have_value("half a wo")
        await expect(page.locator("#words")).to_be_focused()
        await expect(page.locator("#answer-home")).to_have_value("address")


async def test_a_broken_file_shows_its_issue_while_the_last_good_page_goes_on(
    chromium: Browser, folder: Path, previewing: Previewing
) -> None:
    """With file, line, quoted line, sentence and mend; mended, it is gone."""
    async with previewing(folder) as address:
        page = await opened(chromium, address, "/?step=paper.start")
        save(folder, FLOW, "title: Where do you live?", "title Where do you live?")
        broken = page.locator(".broken")
        await expect(broken).to_contain_text("What was saved cannot be shown.", timeout=20_000)
        await expect(broken).to_contain_text(f"{FLOW}:")
        await expect(broken.locator("pre")).not_to_be_empty()
        assert (await broken.locator(".where a").get_attribute("href") or "").startswith("vscode://file/")
        await expect(page.locator("#status")).to_contain_text("1 error")
        await expect(page.locator("#flow-paper summary .count.error")).to_contain_text("1")
        await page.get_by_role("button", name="At an address").click()
        await expect(page.locator(".bubble")).to_contain_text("A decision about your stay")
        save(folder, FLOW, "title Where do you live?", "title: Where do you live?")
        await expect(broken).to_have_count(0, timeout=20_000)


async def test_an_issue_leads_to_its_page_and_colours_it(
    chromium: Browser, folder: Path, previewing: Previewing
) -> None:
    """In the list of issues, in the list of flows and in the picture."""
    async with previewing(folder) as address:
        page = await opened(chromium, address)
        save(folder, FLOW, "to: help.numbers", "to: help.nowhere")
        issue = page.locator("#flows .issue.error")
        await expect(issue).to_contain_text("help.nowhere", timeout=20_000)
        await issue.get_by_role("link", name="Show the page paper.decision").click()
        await expect(page.locator(".bubble")).to_contain_text("A decision about your stay")
        await expect(page.locator("#chart .faulty.current")).to_have_count(1)


async def test_without_any_good_content_the_issues_stand_alone(
    chromium: Browser, folder: Path, previewing: Previewing
) -> None:
    """Mended, the conversation begins."""
    good = (folder / "bot.yaml").read_text()
    (folder / "bot.yaml").write_text("name: [")
    async with previewing(folder) as address:
        page = await opened(chromium, address)
        await expect(page.locator(".broken")).to_contain_text("no content without an error yet")
        (folder / "bot.yaml").write_text(good)
        await expect(page.locator(".bubble")).to_be_visible(timeout=20_000)


async def test_the_keyboard_is_enough(chromium: Browser, folder: Path, previewing: Previewing) -> None:
    """A step of the picture and a button of the phone, with Tab and Enter."""
    async with previewing(folder) as address:
        page = await opened(chromium, address, "/?step=paper.start")
        await page.locator("#chart a[data-step='paper.decision']").first.focus()
        await page.keyboard.press("Enter")
        await expect(page.locator(".bubble")).to_contain_text("A decision about your stay")
        await expect(page.locator(".bubble")).to_be_focused()
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(page.locator(".bubble")).not_to_contain_text("A decision about your stay")


@pytest.mark.parametrize(
    "path", ["/?step=paper.start&second=ar", "/entries/places", "/entries/places/legal-desk", "/entries/facts/new"]
)
async def test_every_page_can_be_used_by_everybody(
    chromium: Browser, folder: Path, previewing: Previewing, path: str
) -> None:
    """axe-core finds nothing, and nothing sticks out at the side of a laptop."""
    async with previewing(folder) as address:
        page = await opened(chromium, address, path)
        found = await Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert await page.evaluate("document.documentElement.scrollWidth") <= LAPTOP["width"]


async def test_without_a_script_the_same_form_works(chromium: Browser, folder: Path, previewing: Previewing) -> None:
    """Buttons are buttons of a form."""
    async with previewing(folder) as address:
        context = await chromium.new_context(java_script_enabled=False)
        page = await context.new_page()
        await page.goto(f"{address}/?step=paper.start")
        await page.get_by_role("button", name="At an address").click()
        await expect(page.locator(".bubble")).to_contain_text("A decision about your stay")
        await page.locator("#second").select_option("ar")
        await page.get_by_role("button", name="Show").click()
        await expect(page.locator(".phone")).to_have_count(2)
        await context.close()
