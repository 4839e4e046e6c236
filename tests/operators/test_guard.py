"""Who gets in: with a password set, whoever gives it; without one, this machine alone; everybody else finds nothing."""

from datetime import timedelta

import httpx
import pytest

from bot.content.library import Library
from bot.operators.attempts import MOST_FROM_ONE, WINDOW
from bot.operators.guard import Guard
from bot.operators.sessions import COOKIE, LIFETIME
from bot.settings import Settings
from tests.operators.asking import (
    HERE,
    PASSWORD,
    PUBLIC,
    SECRET,
    Clock,
    Operator,
    behind_guard,
    operator,
    settings_with,
)

PATHS = ("/operators", "/operators/", "/operators/login", "/operators/logout", "/operators/health", "/operators/x/y")


@pytest.fixture
def clock() -> Clock:
    """A clock that stands until a test moves it."""
    return Clock()


async def test_whoever_gives_the_password_gets_in_and_nobody_else(library: Library, clock: Clock) -> None:
    """Before, each page leads to the login; after, it is there."""
    async with operator(library, settings_with(), clock) as browser:
        for path in ("/operators", "/operators/anything"):
            assert (await browser.get(path)).headers["location"] == "/operators/login"
        refused = await browser.log_in("not it at all")
        assert (refused.status_code, "not the password" in refused.text) == (401, True)
        assert (await browser.get("/operators")).status_code == 303
        assert (await browser.log_in()).headers["location"] == "/operators"
        page = await browser.get("/operators")
        assert page.status_code == 200
        assert "Log out" in page.text
        assert (await browser.get("/operators/login")).headers["location"] == "/operators"


async def test_the_cookie_is_bound_to_these_pages_and_to_this_browser(library: Library, clock: Clock) -> None:
    """Scripts cannot read it, other sites cannot send it, plain http elsewhere never carries it."""
    for base_url, is_secure in ((HERE, False), (PUBLIC, True)):
        async with operator(library, settings_with(), clock, base_url) as browser:
            parts = (await browser.log_in()).headers["set-cookie"].lower().split("; ")
            assert {"httponly", "samesite=strict", "path=/operators", f"max-age={8 * 3600}"} <= set(parts)
            assert ("secure" in parts) is is_secure


async def test_a_session_ends_after_a_working_day(library: Library, clock: Clock) -> None:
    """However often it is used meanwhile."""
    async with operator(library, settings_with(), clock) as browser:
        await browser.log_in()
        clock.wait(LIFETIME - timedelta(seconds=1))
        assert (await browser.get("/operators")).status_code == 200
        clock.wait(timedelta(seconds=1))
        assert (await browser.get("/operators")).status_code == 303


async def test_logging_out_ends_the_session_for_a_stolen_cookie_too(library: Library, clock: Clock) -> None:
    """The cookie is forgotten here, and worthless elsewhere."""
    async with operator(library, settings_with(), clock) as browser:
        await browser.log_in()
        stolen = browser.cookies[COOKIE]
        assert (await browser.get("/operators/logout")).status_code == 303, "a link alone logs nobody out"
        token = await browser.token("/operators")
        await browser.post("/operators/logout", data={"token": token})
        assert (await browser.get("/operators")).status_code == 303
        browser.cookies.clear()
        assert (await browser.get("/operators", headers={"Cookie": f"{COOKIE}={stolen}"})).status_code == 303


async def test_another_password_or_another_secret_ends_every_session(library: Library, clock: Clock) -> None:
    """Whoever left the organisation is out at once."""
    async with operator(library, settings_with(), clock) as browser:
        await browser.log_in()
        cookie = {"Cookie": f"{COOKIE}={browser.cookies[COOKIE]}"}
    other = settings_with(operator_password_hash=settings_with().operator_password_hash[:-4] + "AAAA")
    for guard in (Guard(other, SECRET, clock), Guard(settings_with(), b"another secret", clock)):
        async with Operator(behind_guard(library, guard, clock)) as browser:
            assert (await browser.get("/operators", headers=cookie)).status_code == 303


@pytest.mark.parametrize("cookie", ["", "x", "W10.AAAA", "WyJuYW1lIiw5OTk5OTk5OTk5LHRydWVd.c2lnbmF0dXJl", "é"])
async def test_a_made_up_cookie_opens_nothing(library: Library, clock: Clock, cookie: str) -> None:
    """Only what we signed counts."""
    async with operator(library, settings_with(), clock) as browser:
        answer = await browser.get("/operators", headers={b"Cookie": f"{COOKIE}={cookie}".encode()})
        assert answer.status_code == 303


async def test_a_form_without_its_token_or_with_another_sessions_is_refused(library: Library, clock: Clock) -> None:
    """Nobody is logged in or out by a page that they did not open."""
    async with operator(library, settings_with(), clock) as browser:
        await browser.token()
        for token in ("", "made-up"):
            answer = await browser.post("/operators/login", data={"token": token, "password": PASSWORD})
            assert (answer.status_code, "no cookie" in answer.text) == (403, True)
        others = await browser.token()
        browser.cookies.clear()
        assert (await browser.post("/operators/login", data={"token": others, "password": PASSWORD})).status_code == 403
        await browser.log_in()
        assert (await browser.post("/operators/logout", data={"token": others})).status_code == 403
        assert (await browser.get("/operators")).status_code == 200, "still logged in"


@pytest.mark.parametrize(
    "origin", ["null", "https://evil.example", "http://127.0.0.1:9999", "https://127.0.0.1:8080.evil"]
)
async def test_a_form_from_another_site_is_refused(library: Library, clock: Clock, origin: str) -> None:
    """Even with the right token and password."""
    async with operator(library, settings_with(), clock) as browser:
        form = {"token": await browser.token(), "password": PASSWORD}
        answer = await browser.post("/operators/login", data=form, headers={"Origin": origin})
        assert answer.status_code == 403
        assert "hand on the header" in answer.text


async def test_a_form_that_says_not_where_it_is_from_is_refused(library: Library, clock: Clock) -> None:
    """Every browser says so; what does not is no browser of an operator."""
    site = behind_guard(library, Guard(settings_with(), SECRET, clock), clock)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(site.application), base_url=HERE) as program:
        assert (await program.post("/operators/login", data={"password": PASSWORD})).status_code == 403


async def test_over_a_public_name_a_form_must_come_by_https(library: Library, clock: Clock) -> None:
    """The Secure cookie would not arrive otherwise; a plain page may have been changed on its way."""
    async with operator(library, settings_with(), clock, PUBLIC) as browser:
        form = {"token": await browser.token(), "password": PASSWORD}
        answer = await browser.post("/operators/login", data=form, headers={"Origin": "http://bot.example.org"})
        assert answer.status_code == 403


async def test_guessing_is_stopped_and_the_right_password_waits_too(library: Library, clock: Clock) -> None:
    """After five wrong ones, none is tried any more, with a sentence that says for how long."""
    async with operator(library, settings_with(), clock) as browser:
        for _ in range(MOST_FROM_ONE):
            assert (await browser.log_in("wrong")).status_code == 401
        answer = await browser.log_in()
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "900")
        assert "too many wrong passwords. Try again in 15 min" in answer.text
        clock.wait(WINDOW)
        assert (await browser.log_in()).headers["location"] == "/operators"


async def test_guesses_of_one_address_do_not_shut_out_another(library: Library, clock: Clock) -> None:
    """An operator elsewhere gets in while somebody guesses."""
    site = behind_guard(library, Guard(settings_with(), SECRET, clock), clock)
    async with Operator(site, address="203.0.113.7") as guesser, Operator(site, address="203.0.113.8") as browser:
        for _ in range(MOST_FROM_ONE + 1):
            answer = await guesser.log_in("wrong")
        assert answer.status_code == 429
        assert (await browser.log_in()).status_code == 303


@pytest.mark.parametrize("name", ["127.0.0.1:8080", "localhost:8080", "localhost", "[::1]:8080", "LocalHost:9000"])
async def test_without_a_password_this_machine_sees_everything(library: Library, clock: Clock, name: str) -> None:
    """A newcomer looks at the pages at once; an ssh tunnel may have another port."""
    async with operator(library, Settings(), clock, f"http://{name}") as browser:
        page = await browser.get("/operators")
        assert page.status_code == 200
        assert "Log out" not in page.text
        assert (await browser.get("/operators/login")).headers["location"] == "/operators"


FORGED = [
    {"Host": "evil.example"}, {"Host": "127.0.0.1.evil.example"}, {"Host": "localhost@evil.example"}, {"Host": ""},
    {"Host": "bot.example.org:8080"}, {"Host": "0.0.0.0:8080"}, {"Forwarded": "for=192.0.2.1"}, {"Via": "1.1 proxy"},
    {"X-Forwarded-For": "127.0.0.1"}, {"X-Forwarded-Host": "localhost"}, {"X-Forwarded-Proto": "https"},
    {"X-Real-IP": "127.0.0.1"}, {"X-FORWARDED-SERVER": "x"},
]  # fmt: skip


@pytest.mark.parametrize("headers", FORGED, ids=str)
async def test_without_a_password_a_foreign_name_or_a_proxy_finds_nothing(
    library: Library, clock: Clock, headers: dict[str, str]
) -> None:
    """DNS rebinding and a forgotten proxy get what any unknown page gives, whatever the method."""
    async with operator(library, Settings(), clock) as browser:
        for path in PATHS:
            unknown = await browser.get("/an/address/of/no/page", headers=headers)
            for method in ("GET", "POST", "DELETE"):
                answer = await browser.request(method, path, headers=headers)
                assert answer.status_code == 404, (method, path)
                assert answer.headers.keys() == unknown.headers.keys()
                assert "operators" not in answer.text.replace(path.strip("/"), "")


@pytest.mark.parametrize(
    "settings", [Settings(host="0.0.0.0"), Settings(host="::"), Settings(webhook_url="https://x.org/t")]
)
async def test_without_a_password_a_bot_that_others_reach_has_no_such_pages(
    library: Library, clock: Clock, settings: Settings
) -> None:
    """Not even for this machine: a proxy beside the bot looks like it. A webhook means that there is one."""
    async with operator(library, settings, clock) as browser:
        for path in PATHS:
            assert (await browser.get(path, follow_redirects=True)).status_code == 404


async def test_forwarded_requests_get_in_with_the_password_alone(library: Library, clock: Clock) -> None:
    """With a password set, a proxy may stand before the bot."""
    async with operator(library, settings_with(host="0.0.0.0"), clock, PUBLIC) as browser:
        browser.headers["X-Forwarded-For"] = "192.0.2.1"
        assert (await browser.get("/operators")).status_code == 303
        assert (await browser.log_in()).status_code == 303
        assert (await browser.get("/operators")).status_code == 200


async def test_pages_keep_to_themselves(library: Library, clock: Clock) -> None:
    """No script, nothing from elsewhere, no frame, nothing stored; the login too."""
    async with operator(library, settings_with(), clock) as browser:
        login = await browser.get("/operators/login")
        await browser.log_in()
        for answer in (login, await browser.get("/operators")):
            policy = answer.headers["content-security-policy"]
            assert policy.startswith("default-src 'none'")
            assert "script-src" not in policy
            assert "unsafe" not in policy
            assert answer.headers["cache-control"] == "no-store"
            assert answer.headers["referrer-policy"] == "same-origin"
            assert "<script" not in answer.text


async def test_readers_get_no_cookie(library: Library, clock: Clock) -> None:
    """The session of operators stays on their pages."""
    async with operator(library, settings_with(), clock) as browser:
        await browser.log_in()
        for path in ("/", "/en/", "/healthz", "/nowhere"):
            answer = await browser.get(path)
            assert "set-cookie" not in answer.headers
            assert "cookie" not in answer.request.headers
