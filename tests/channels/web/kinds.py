"""One page of each kind, as a person reaches it."""

from dataclasses import dataclass

from playwright.async_api import Page

PLACE = "9000"
LIST_BUTTON = "nav .row button:visible"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: its name, the address it begins at, what is typed there, and which buttons are pressed."""

    name: str
    path: str
    words: str = ""
    presses: int = 0
    is_missing: bool = False

    async def open(self, page: Page, address: str, locale: str) -> None:
        """Bring a page of this kind before the reader."""
        await page.goto(f"{address}{self.path.format(locale=locale)}")
        if self.words:
            await page.locator("#q").fill(self.words)
            await page.locator("footer button").click()
        for _ in range(self.presses):
            await page.locator(LIST_BUTTON).first.click()


KINDS = (
    Kind("choice of a language", "/"),
    Kind("menu", "/{locale}/"),
    Kind("page of a topic", "/{locale}/urgent-medical-aid/start"),
    Kind("question", "/{locale}/urgent-medical-aid/where-live"),
    Kind("card", "/{locale}/cards/interpreter"),
    Kind("difficult words", "/{locale}/detention/start/words"),
    Kind("English original", "/{locale}/detention/start/original"),
    Kind("emergency numbers", "/{locale}/emergency/numbers"),
    Kind("where are you", "/{locale}/places/legal"),
    Kind("a town and its places", "/{locale}/", PLACE),
    Kind("list of places", "/{locale}/", PLACE, 1),
    Kind("place", "/{locale}/", PLACE, 2),
    Kind("words found", "/{locale}/", "AMU"),
    Kind("words not found", "/{locale}/", "qqqqq"),
    Kind("address that leads nowhere", "/{locale}/detention/lawyer-free", is_missing=True),
    Kind("read without internet", "/offline/{locale}"),
)
