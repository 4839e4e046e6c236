"""/metrics and /readyz: figures of the program's own work for whoever has the password; troubles for everybody."""

from datetime import timedelta

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.content.library import Library
from bot.operators.attempts import MOST_FROM_ONE
from bot.operators.disk import Disk
from bot.operators.guard import Guard
from bot.operators.health import GRACE, Health
from bot.operators.health_page import health_part
from bot.operators.metrics import Readings, metrics_routes
from bot.operators.readiness import Readiness
from bot.settings import Settings
from tests.operators.asking import HERE, PASSWORD, SECRET, Clock, Operator, behind_guard, settings_with

LABELS = {"le", "cause", "version", "python", "telegram_library", "content"}
"""Every label there may be: none says what people read, in which language, by which link, or in which chat."""


class Watched:
    """A bot whose health a test makes."""

    def __init__(self, library: Library, settings: Settings, *, expects_telegram: bool = True) -> None:
        self.clock = Clock()
        self.health = Health(self.clock)
        readiness = Readiness(self.health, lambda: self.notes, expects_telegram=expects_telegram)
        self.notes: tuple[str, ...] = ()
        readings = Readings(self.health, readiness, lambda: "revision-1", lambda: True, lambda: 7, lambda: 2)
        guard = Guard(settings, SECRET, self.clock)
        more = [readiness.route(), *metrics_routes(guard, readings)]
        self.site = behind_guard(library, guard, self.clock, [health_part(readings)], more)

    async def get(self, path: str, password: str = PASSWORD, **headers: str) -> httpx.Response:
        """Ask as a scraper does."""
        async with Operator(self.site) as browser:
            return await browser.get(path, auth=("scraper", password), headers=headers)

    def works_for_a_while(self) -> None:
        """Let something of everything happen."""
        self.health.answered(0.3)
        self.health.answered(3.0)
        self.health.failed()
        self.health.told_to_wait()
        self.health.reached_telegram()
        self.health.wrote_counts()
        self.health.database_failed()
        self.health.see_disk(Disk(10**9, 10**10, (1, 2)))


def samples_of(text: str) -> dict[str, float]:
    """Return each figure by its name, and its label values behind it."""
    return {
        " ".join([sample.name, *(value for _, value in sorted(sample.labels.items()))]): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_every_figure_is_what_was_noted(library: Library) -> None:
    """By the names on which dashboards and rules rest."""
    bot = Watched(library, settings_with())
    bot.works_for_a_while()
    found = samples_of((await bot.get("/metrics")).text)
    moment = bot.clock.moment.timestamp()
    wished = {
        "wegwijs_inputs_total": 3, "wegwijs_input_errors_total": 1, "wegwijs_telegram_waits_total": 1,
        "wegwijs_database_failures_total": 1, "wegwijs_lost_alerts_total": 2, "wegwijs_waiting_updates": 7,
        "wegwijs_answer_seconds_bucket 0.25": 0, "wegwijs_answer_seconds_bucket 0.5": 1,
        "wegwijs_answer_seconds_bucket 4.0": 2, "wegwijs_answer_seconds_bucket +Inf": 2,
        "wegwijs_answer_seconds_count": 2, "wegwijs_answer_seconds_sum": 3.3, "wegwijs_content_refused": 1,
        "wegwijs_telegram_expected": 1, "wegwijs_started_time_seconds": moment,
        "wegwijs_last_flush_time_seconds": moment, "wegwijs_last_telegram_time_seconds": moment,
        "wegwijs_disk_free_bytes": 10**9, "wegwijs_disk_total_bytes": 10**10, "wegwijs_trouble telegram": 0,
    }  # fmt: skip
    assert {name: found.get(name) for name in wished} == wished


async def test_no_figure_has_a_label_that_tells_what_people_do(library: Library) -> None:
    """The list of labels is closed."""
    text = (await Watched(library, settings_with()).get("/metrics")).text
    families = list(text_string_to_metric_families(text))
    assert {label for family in families for sample in family.samples for label in sample.labels} <= LABELS
    assert all(family.name.startswith(("wegwijs_", "process_")) for family in families)


async def test_figures_need_the_password_and_guessing_is_stopped(library: Library) -> None:
    """As at the login, and counted together with it."""
    bot = Watched(library, settings_with())
    async with Operator(bot.site) as browser:
        asked = await browser.get("/metrics")
        assert (asked.status_code, asked.headers["www-authenticate"][:5]) == (401, "Basic")
        for header in ("Basic", "Basic %%%", "Basic /w==", "Bearer x", "Basic eDp4"):
            assert (await browser.get("/metrics", headers={"Authorization": header})).status_code == 401
        assert (await browser.post("/metrics")).status_code in {200, 401}
    for _ in range(MOST_FROM_ONE):
        await bot.get("/metrics", "wrong")
    refused = await bot.get("/metrics")
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "900")
    async with Operator(bot.site) as browser:
        assert (await browser.log_in()).status_code == 429
    bot.clock.wait(timedelta(minutes=15))
    assert (await bot.get("/metrics")).status_code == 200


async def test_without_a_password_figures_are_for_this_machine_alone(library: Library) -> None:
    """A forwarded request finds nothing; where others reach the bot, there is no such page."""
    bot = Watched(library, Settings())
    async with Operator(bot.site) as browser:
        assert (await browser.get("/metrics")).status_code == 200
        assert (await browser.get("/metrics", headers={"X-Forwarded-For": "192.0.2.1"})).status_code == 404
        assert (await browser.get("/metrics", headers={"Host": "evil.example"})).status_code == 404
    assert (await Watched(library, Settings(host="0.0.0.0")).get("/metrics")).status_code != 200


async def test_a_bot_is_ready_or_says_in_a_line_each_why_not(library: Library) -> None:
    """503 as long as one cause is there; the lines hold no path, no number and nobody."""
    bot = Watched(library, settings_with())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(bot.site.application), base_url=HERE) as anybody:

        async def asks() -> tuple[int, list[str]]:
            answer = await anybody.get("/readyz")
            return answer.status_code, answer.text.splitlines()

        assert await asks() == (503, ["telegram: Telegram cannot be reached."])
        bot.works_for_a_while()
        assert await asks() == (200, ["ready"])
        bot.health.counts_wait("The database /data/x.db is locked.")
        bot.clock.wait(GRACE)
        bot.health.see_disk(Disk(10**6, 10**10, (1, 2)))
        status, lines = await asks()
        assert status == 503
        assert [line.partition(":")[0] for line in lines] == ["database", "disk"]
        assert "/data" not in "".join(lines)
        bot.health.wrote_counts()
        bot.health.see_disk(Disk(10**9, 10**10, (1, 2)))
        bot.notes = ("note: something beside.",)
        assert await asks() == (200, ["ready", "note: something beside."])


async def test_a_bot_without_telegram_is_ready_without_it(library: Library) -> None:
    """Only the browser page was asked for."""
    bot = Watched(library, settings_with(), expects_telegram=False)
    assert (await bot.get("/readyz")).status_code == 200


@pytest.mark.parametrize("expects_telegram", [True, False])
async def test_the_health_page_shows_the_same_in_words(library: Library, *, expects_telegram: bool) -> None:
    """Before anything happened, and after."""
    bot = Watched(library, Settings(), expects_telegram=expects_telegram)
    before = (await bot.get("/operators/health")).text
    assert "none yet" in before
    assert "not looked at yet" in before
    bot.works_for_a_while()
    page = (await bot.get("/operators/health")).text.replace("\N{NO-BREAK SPACE}", " ")
    for words in ("answered within 0.5 s</th><td>50 %", "1.65 s", "1000 MB free of 10000 MB (10 %)", "revision-1"):
        assert words in page
    assert ("Times it asked to wait (429)" in page) is expects_telegram
    assert "The bot is ready." in page
