"""The forms in a real browser, with real files."""

from pathlib import Path

from playwright.async_api import Browser, expect

from tests.editors.conftest import Previewing
from tests.editors.test_preview_in_chromium import opened

PLACES = "places/antwerp.yaml"


async def test_a_form_writes_the_file_and_keeps_its_comments(
    chromium: Browser, folder: Path, previewing: Previewing
) -> None:
    """Found by searching, checked, written, and the difference shown."""
    file = folder / PLACES
    file.write_text(
        file.read_text().replace("  town: Antwerp\n", "  town: Antwerp    # not Antwerpen\n  # The door.\n")
    )
    before = file.read_text()
    async with previewing(folder) as address:
        page = await opened(chromium, address, "/entries/places")
        await page.locator("#q").fill("legal")
        await page.get_by_role("button", name="Search").click()
        await expect(page.locator("tbody tr")).to_have_count(1)
        await page.get_by_role("link", name="legal-desk").click()
        await page.locator("[name='f.postcode']").fill("99")
        await page.get_by_role("button", name="Check and save").click()
        await expect(page.locator(".field.faulty")).to_contain_text("postcode")
        await expect(page.locator("[aria-invalid]")).to_have_attribute("name", "f.postcode")
        assert file.read_text() == before
        await page.locator("[name='f.postcode']").fill("2018")
        await page.locator("[name='f.town']").fill("Antwerpen")
        await page.locator("[name='f.who.women']").check()
        await page.get_by_role("button", name="Check and save").click()
        await expect(page.locator(".written .added").last).to_have_text("+  who: women")
    after = file.read_text()
    expected = before.replace("town: Antwerp  ", "town: Antwerpen  ")
    assert after == expected.replace("12:30\n", "12:30\n  who: women\n")


async def test_a_file_changed_meanwhile_is_not_written_over(
    chromium: Browser, folder: Path, previewing: Previewing
) -> None:
    """The form says so, and opened anew it has the colleague's words."""
    async with previewing(folder) as address:
        page = await opened(chromium, address, "/entries/facts/deadline.appeal_short")
        facts = folder / "facts.yaml"
        facts.write_text(facts.read_text().replace("10 days", "15 days"))
        await page.locator("[name='f.value']").fill("20 days")
        await page.get_by_role("button", name="Check and save").click()
        await expect(page.locator(".broken")).to_contain_text("changed meanwhile")
        assert "15 days" in facts.read_text()


async def test_a_new_notice_and_a_new_place_get_ids(chromium: Browser, folder: Path, previewing: Previewing) -> None:
    """Suggested from the words, for life."""
    async with previewing(folder) as address:
        page = await opened(chromium, address, "/entries/notices")
        await page.get_by_role("link", name="Add a notice").click()
        await page.locator("[name='f.text']").fill("The line is closed tomorrow.")
        await page.locator("[name='f.from']").fill("2026-12-24")
        await page.locator("[name='f.until']").fill("2026-12-26")
        await page.locator("[name='f.sources']").fill("court-page")
        await page.get_by_role("button", name="Check and save").click()
        await expect(page.locator("#id")).to_have_value("the-line-is-closed-tomorrow")
        await page.locator("#id").fill("christmas")
        await page.get_by_role("button", name="Check and save").click()
        await expect(page.locator(".written")).to_contain_text("christmas:")
        await page.goto(f"{address}/entries/places/new")
        await page.locator("[name='f.name.en']").fill("New desk")
        await page.locator("[name='f.kinds.medical']").check()
        await page.locator("[name='f.seen']").fill("2026-11-21")
        await page.locator("#id").fill("legal-desk")
        await page.get_by_role("button", name="Check and save").click()
        await expect(page.locator(".broken")).to_contain_text("is taken")
        await page.locator("#id").fill("new-desk")
        await page.get_by_role("button", name="Check and save").click()
        await expect(page.locator(".written")).to_contain_text("place:new-desk")
        await page.goto(f"{address}/entries/facts/new")
        await page.locator("[name='f.value']").fill("5 days")
        await page.locator("#id").fill("deadline.new")
        await page.get_by_role("button", name="Check and save").click()
        await expect(page.locator(".broken, .written")).to_be_visible()


async def test_pages_that_do_not_exist_say_so(chromium: Browser, folder: Path, previewing: Previewing) -> None:
    """An old bookmark ends nothing."""
    async with previewing(folder) as address:
        page = await opened(chromium, address)
        for path in ("/entries/flows", "/entries/places/nobody"):
            answer = await page.goto(f"{address}{path}")
            assert answer
            assert answer.status == 404
