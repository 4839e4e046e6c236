"""Plays a talk in a browser: what the editors wrote must hold there too, by pressing and reading alone."""

from dataclasses import dataclass, field

from playwright.async_api import BrowserContext, Locator, Page, Request

from bot.content.library import Library
from bot.content.talks import Move, Talk, TalkLine
from bot.dialogue.words import fill_facts
from bot.i18n.bidi import strip_controls

PRESSED = "main .button:visible, main button:visible"
BACK = "Back"


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser; `asked` is every address that the browser asked for."""

    page: Page
    address: str
    library: Library
    asked: list[str] = field(default_factory=list)

    async def plays(self, talk: Talk) -> str:
        """Play a talk from its first line; return the line that does not hold, or nothing."""
        for line in talk.lines:
            fault = await self._does(line, talk.locale)
            if fault:
                return f"{line.mark.file}:{line.mark.line}: {fault}"
        return ""

    async def _does(self, line: TalkLine, locale: str) -> str:
        match line.move:
            case Move.SAYS if line.text == "/start":
                await self.page.goto(f"{self.address}/")
            case Move.SAYS:
                await self.says(line.text)
            case Move.PRESSES:
                return await self.presses(line.text)
            case Move.SEES | Move.SEES_NOT:
                wanted = plain(fill_facts(self.library, line.text, locale))
                is_there = wanted in plain(await self.page.inner_text("main"))
                return "" if is_there is (line.move is Move.SEES) else f"the page and the talk differ: {line.text}"
            case Move.SEES_BUTTON | Move.SEES_NO_BUTTON:
                is_there = await self._find(line.text) is not None
                wanted_there = line.move is Move.SEES_BUTTON
                return "" if is_there is wanted_there else f"button {line.text}: {is_there}"
            case Move.SHARES:
                return "a shared point needs a permission: test_script.py plays that"
        return ""

    async def says(self, words: str) -> None:
        """Write words into the only field of the page."""
        await self.page.locator("#q").fill(words)
        await self.page.locator("footer button").click()

    async def presses(self, words: str) -> str:
        """Press the control with these words; say so if there is none."""
        control = await self._find(words)
        if control is not None:
            await control.click()
            return ""
        if words == BACK:
            # A page that was reached by a link has no way of its own: the browser's button goes back.
            await self.page.go_back()
            return ""
        return f"no button {words} at {self.page.url}"

    async def _find(self, words: str) -> Locator | None:
        controls = self.page.locator(PRESSED)
        for number, text in enumerate(await controls.all_inner_texts()):
            if plain(text) == plain(words):
                return controls.nth(number)
        return None


async def visitor(context: BrowserContext, address: str, library: Library) -> Visitor:
    """Return somebody with a new page, whose every request is noted."""
    somebody = Visitor(await context.new_page(), address, library)

    def note(request: Request) -> None:
        somebody.asked.append(request.url)

    context.on("request", note)
    return somebody


def plain(text: str) -> str:
    """Return a text as talks compare it: without direction signs, case and layout."""
    return " ".join(strip_controls(text).casefold().split())
