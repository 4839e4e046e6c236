"""How parts come into the operators' pages: what a part shows, what it takes, and what it need not care for."""

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.content.library import Library
from bot.operators.guard import Guard
from bot.operators.layout import Part, Sheet
from bot.operators.nearness import is_loopback
from bot.settings import Settings
from tests.operators.asking import SECRET, Clock, Operator, behind_guard, settings_with


async def show_numbers(request: Request) -> Sheet:
    """Show a page in the frame."""
    del request
    return Sheet("standing.html", {"standing": ("<seven>",), "revision": "r"})


async def give_file(request: Request) -> Response:
    """Give a file."""
    del request
    return PlainTextResponse("a,b\n")


def site_of(library: Library, settings: Settings) -> Operator:
    """Return a browser at pages with parts of three kinds: shown, downloaded, and posted to."""
    guard, clock = Guard(settings, SECRET, Clock()), Clock()

    async def take(request: Request) -> Response:
        return PlainTextResponse((await guard.read_own_form(request))["wish"])

    parts = (
        Part("numbers", "Numbers", show_numbers, take),
        Part("numbers.csv", "", give_file),
        Part("looks", "Looks", show_numbers),
    )
    return Operator(behind_guard(library, guard, clock, parts))


@pytest.mark.parametrize("settings", [settings_with(), Settings()], ids=["password", "this machine"])
async def test_a_part_is_guarded_framed_and_listed(library: Library, settings: Settings) -> None:
    """It gives words and nothing else; what it gives cannot be markup."""
    async with site_of(library, settings) as browser:
        if settings.operator_password_hash:
            for path in ("/operators/numbers", "/operators/numbers.csv"):
                assert (await browser.get(path)).headers["location"] == "/operators/login"
                assert (await browser.post(path, data={"wish": "x"})).headers["location"] == "/operators/login"
            await browser.log_in()
        page = (await browser.get("/operators/numbers")).text
        assert '<a href="/operators/numbers" aria-current="page">Numbers</a>' in page
        assert "&lt;seven&gt;" in page
        assert "numbers.csv" not in page
        assert (await browser.get("/operators/numbers.csv")).text == "a,b\n"


@pytest.mark.parametrize("settings", [settings_with(), Settings()], ids=["password", "this machine"])
async def test_a_part_takes_its_own_forms_only(library: Library, settings: Settings) -> None:
    """With the token of the session; where no form is taken, none is."""
    async with site_of(library, settings) as browser:
        if settings.operator_password_hash:
            await browser.log_in()
            token = await browser.token("/operators/numbers")
            taken = await browser.post("/operators/numbers", data={"token": token, "wish": "less"})
            assert taken.text == "less"
            assert (await browser.post("/operators/looks", data={"token": token})).status_code == 405
        assert (await browser.post("/operators/numbers", data={"wish": "less"})).status_code == 403
        assert (await browser.get("/operators/nothing")).status_code == 404


@pytest.mark.parametrize(
    ("host", "wished"),
    [("127.0.0.1", True), ("127.0.0.53", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False),
     ("bot.example.org", False), ("192.168.1.4", False), ("", False)],
)  # fmt: skip
def test_an_address_to_listen_on_is_this_machines_own_or_not(host: str, *, wished: bool) -> None:
    """What others can reach never counts as near."""
    assert is_loopback(host) is wished
