"""What lies ready for Prometheus, Grafana and systemd fits the program, and is right in itself."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client.exposition import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from bot.operators.health import Health
from bot.operators.metrics import Readings, registry_of
from bot.operators.readiness import Readiness
from tests.operators.asking import Clock
from tests.promtool import need_promtool

DEPLOY = Path(__file__).parents[2] / "deploy"
PROMETHEUS = DEPLOY / "prometheus"
UNIT = DEPLOY / "systemd" / "wegwijs.service"
ANALYZE = shutil.which("systemd-analyze")
PROGRAM = "/opt/wegwijs/.venv/bin/wegwijs"
_NAME = re.compile(r"\b(?:wegwijs|process)_[a-z_]+")
_CAUSE = re.compile(r'cause="(\w+)"')


def promtool(*words: str, folder: Path = PROMETHEUS) -> subprocess.CompletedProcess[str]:
    """Run promtool."""
    return subprocess.run([need_promtool(), *words], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words


def rules() -> list[dict[str, Any]]:
    """Return the alert rules."""
    (group,) = yaml.safe_load((PROMETHEUS / "rules.yml").read_text(encoding="utf-8"))["groups"]
    return list(group["rules"])


def expressions() -> list[str]:
    """Return every expression in the rules and in the dashboard."""
    board = json.loads((DEPLOY / "grafana" / "wegwijs.json").read_text(encoding="utf-8"))
    shown = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    return (
        [rule["expr"] for rule in rules()] + shown + [one["query"]["query"] for one in board["templating"]["list"][1:]]
    )


def given() -> tuple[set[str], set[str]]:
    """Return the names of all figures that /metrics gives, and all causes of trouble."""
    health = Health(Clock())
    text = generate_latest(registry_of(Readings(health, Readiness(health, expects_telegram=True), str)))
    samples = [s for family in text_string_to_metric_families(text.decode()) for s in family.samples]
    return {sample.name for sample in samples}, {s.labels["cause"] for s in samples if "cause" in s.labels}


def test_each_name_in_rules_and_dashboard_is_a_figure_that_the_program_gives() -> None:
    """A renamed figure would leave an empty panel and an alert that never comes."""
    names, causes = given()
    used = {name for expression in expressions() for name in _NAME.findall(expression)}
    assert used - names == set()
    assert {cause for expression in expressions() for cause in _CAUSE.findall(expression)} <= causes


def test_each_figure_of_ours_is_shown_or_watched() -> None:
    """What nobody looks at need not be counted."""
    names, _ = given()
    text = "\n".join(expressions())
    assert {name for name in names if name.startswith("wegwijs_") and name not in text} == set()


def test_each_trouble_has_a_rule() -> None:
    """What makes /readyz say no calls somebody."""
    _, causes = given()
    assert {cause for rule in rules() for cause in _CAUSE.findall(rule["expr"])} == causes


def test_each_rule_says_what_it_means_and_what_to_do() -> None:
    """In sentences for somebody who was woken."""
    for rule in rules():
        assert set(rule["annotations"]) == {"summary", "mend"}, rule["alert"]
        assert all(words.endswith(".") for words in rule["annotations"].values()), rule["alert"]
        assert rule["labels"]["severity"] in {"page", "ticket"}


def test_rules_and_the_example_are_read_by_prometheus_itself(tmp_path: Path) -> None:
    """As promtool, which comes with it, says."""
    for file in PROMETHEUS.glob("*.yml"):
        shutil.copy(file, tmp_path)
    (tmp_path / "password").write_text("x", encoding="utf-8")
    scrape = tmp_path / "scrape.yml"
    words = scrape.read_text(encoding="utf-8").replace("/etc/prometheus/wegwijs-password", "password")
    scrape.write_text(words, encoding="utf-8")
    for command in (("rules", "rules.yml"), ("config", "scrape.yml")):
        checked = promtool("check", *command, folder=tmp_path)
        assert checked.returncode == 0, checked.stdout + checked.stderr


def test_each_rule_alerts_when_it_should_and_not_before() -> None:
    """The examples of rules.test.yml, run by promtool."""
    tested = promtool("test", "rules", "rules.test.yml")
    assert tested.returncode == 0, tested.stdout + tested.stderr


@pytest.mark.parametrize("number", range(len(rules())), ids=[rule["alert"] for rule in rules()])
def test_a_rule_that_never_alerts_is_found_by_its_example(tmp_path: Path, number: int) -> None:
    """Examples that would pass without their rule would prove nothing."""
    changed = yaml.safe_load((PROMETHEUS / "rules.yml").read_text(encoding="utf-8"))
    rule = changed["groups"][0]["rules"][number]
    rule["expr"] = "vector(0) > 1"
    (tmp_path / "rules.yml").write_text(yaml.safe_dump(changed), encoding="utf-8")
    shutil.copy(PROMETHEUS / "rules.test.yml", tmp_path)
    tested = promtool("test", "rules", "rules.test.yml", folder=tmp_path)
    assert tested.returncode != 0
    assert rule["alert"] in tested.stdout + tested.stderr


def test_the_dashboard_has_what_grafana_asks_for() -> None:
    """Each panel its own number and place, a title, a description, and its data from the chosen source."""
    board = json.loads((DEPLOY / "grafana" / "wegwijs.json").read_text(encoding="utf-8"))
    panels = board["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    assert all(panel["title"] and panel["description"].endswith(".") for panel in panels)
    assert {panel["datasource"]["uid"] for panel in panels} == {"${source}"}
    taken = [(x, y) for p in panels for x, y in cells_of(p["gridPos"])]
    assert len(set(taken)) == len(taken), "no panel lies on another"
    assert max(x for x, _ in taken) < 24


def cells_of(place: dict[str, int]) -> list[tuple[int, int]]:
    """Return the cells of Grafana's grid that a panel covers."""
    columns, rows = range(place["x"], place["x"] + place["w"]), range(place["y"], place["y"] + place["h"])
    return [(x, y) for x in columns for y in rows]


@pytest.mark.skipif(ANALYZE is None, reason="systemd-analyze is not on this machine: there is no systemd to ask")
def test_the_unit_is_what_systemd_understands(tmp_path: Path) -> None:
    """No unknown name and no wrong value; the program's place is that of an installed copy, so ours stands for it."""
    program = shutil.which("true") or sys.executable
    unit = tmp_path / UNIT.name
    unit.write_text(UNIT.read_text(encoding="utf-8").replace(PROGRAM, program), encoding="utf-8")
    checked = subprocess.run([str(ANALYZE), "verify", str(unit)], capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
    about_ours = [line for line in checked.stderr.splitlines() if UNIT.name in line]
    assert (checked.returncode, about_ours) == (0, []), checked.stderr


def test_the_unit_lets_the_bot_write_its_own_folder_alone() -> None:
    """And does not restart what a restart cannot mend."""
    text = UNIT.read_text(encoding="utf-8")
    for line in (
        "ProtectSystem=strict", "StateDirectory=wegwijs", "NoNewPrivileges=yes", "RestartPreventExitStatus=2 3 4",
        "Environment=DATABASE_URL=sqlite:////var/lib/wegwijs/wegwijs.db", f"ExecStart={PROGRAM} run",
    ):  # fmt: skip
        assert line in text.splitlines()
