"""The settings for Weblate fit the files they are for, and switch off what guesses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.content.library import Library
from bot.content.phrases import PLACEHOLDERS

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "deploy" / "weblate"


def settings(name: str) -> dict[str, Any]:  # any: values of JSON
    """Return a file of settings."""
    values = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    assert isinstance(values, dict)
    return values


def test_the_first_component_finds_its_catalogue_in_every_language(library: Library) -> None:
    found = {path.parts[-3] for path in ROOT.glob(settings("component.json")["filemask"])}
    assert found == set(library.locales) - {"en"}


def test_discovery_finds_every_catalogue_and_no_template() -> None:
    pattern = re.compile(settings("discovery.json")["match"])
    for file in (ROOT / "content" / "locales").rglob("*.po"):
        assert pattern.fullmatch(file.relative_to(ROOT).as_posix())
    assert not pattern.fullmatch("content/locales/templates/emergency.pot")


@pytest.mark.parametrize("name", ["component.json", "discovery.json"])
def test_a_language_is_one_of_ours_and_templates_are_none(library: Library, name: str) -> None:
    pattern = re.compile(settings(name)["language_regex"])
    assert all(map(pattern.fullmatch, library.locales))
    assert not pattern.fullmatch("templates")


def test_nothing_is_taken_over_from_other_texts() -> None:
    component = settings("component.json")
    assert component["allow_translation_propagation"] is False
    assert component["suggestion_autoaccept"] == 0
    assert component["manage_units"] is False


def test_every_name_between_braces_is_protected(library: Library) -> None:
    flags = settings("component.json")["check_flags"]
    found = re.search(r'placeholders:r"([^"]+)"', flags)
    assert found
    names = {*library.facts, *(name for names in PLACEHOLDERS.values() for name in names)}
    assert all(re.fullmatch(found.group(1), f"{{{name}}}") for name in names)
