"""The schemas say what the types say, and the shipped content fits them as an editor's program reads it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import BaseModel

from bot.content.entry import Entry
from bot.content.forms import modeline, patterns, schema_files, schema_name
from bot.content.marks import read_yaml
from bot.content.model import Point
from bot.storage.content_folder import read_folder
from tests.conftest import CONTENT
from tests.content.sample import sample_files

ROOT = CONTENT.parent
FORMS = schema_files()
SHIPPED = {name: data for name, data in read_folder(CONTENT).items() if schema_name(name)}


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as the program of an editor reads it: "yes" and days are texts, 2018 is a number."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - as in its parent


for tag, form, first in (
    ("bool", r"^(true|false|True|False|TRUE|FALSE)$", "tfTF"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+0123456789."),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(form), list(first))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))  # type: ignore[arg-type]  # a scalar's value is a text


def form_of(name: str) -> dict[str, Any]:
    """Return the schema of a content file; any: JSON."""
    return FORMS[f"schema/{schema_name(name)}.schema.json"]


def faults(name: str, value: object) -> list[str]:
    """Return what a schema has against a file."""
    return [f"{error.json_path}: {error.message}" for error in Draft7Validator(form_of(name)).iter_errors(value)]


def objects(value: object) -> Iterator[dict[str, Any]]:
    """Yield every description of an object in a schema."""
    if isinstance(value, dict):
        if "properties" in value:
            yield value
        for part in value.values():
            yield from objects(part)
    elif isinstance(value, list):
        for part in value:
            yield from objects(part)


@pytest.mark.parametrize("name", FORMS)
def test_the_files_are_those_that_the_command_makes(name: str) -> None:
    """After a change of a type: wegwijs schema."""
    assert json.loads((CONTENT / name).read_text(encoding="utf-8")) == FORMS[name]


def test_no_other_schema_lies_there() -> None:
    assert {f"schema/{file.name}" for file in (CONTENT / "schema").iterdir()} == set(FORMS)


@pytest.mark.parametrize("name", FORMS)
def test_each_is_a_schema_and_each_key_has_a_meaning_and_an_example_that_fits(name: str) -> None:
    Draft7Validator.check_schema(FORMS[name])
    for part in objects(FORMS[name]):
        for key, form in part["properties"].items():
            assert form.get("description"), key
            assert form.get("examples"), key
            whole = {"$defs": FORMS[name].get("$defs", {}), **{name: form[name] for name in form if name != "$ref"}}
            validator = Draft7Validator(whole | ({"allOf": [{"$ref": form["$ref"]}]} if "$ref" in form else {}))
            for example in form["examples"]:
                assert not list(validator.iter_errors(example)), (key, example)


def test_each_key_of_each_type_has_a_meaning_and_an_example() -> None:
    """Also of types that stand in no schema; ids are the keys above an entry."""
    for model in _entries(Entry):
        for key, field in model.model_fields.items():
            if key != "id" and model.__module__.startswith("bot.") and model is not Point:
                assert field.description, (model, key)
                assert field.examples, (model, key)


def _entries(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in model.__subclasses__():
        yield each
        yield from _entries(each)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_content_fits(name: str) -> None:
    """As text, and as a program for editors reads it."""
    node, issues = read_yaml(name, SHIPPED[name])
    assert node is not None
    assert not issues
    assert faults(name, node.plain()) == []
    assert faults(name, yaml.load(SHIPPED[name], Loader=Core)) == []  # noqa: S506 - a subclass of the safe one


@pytest.mark.parametrize("name", [name for name in sample_files() if schema_name(name)])
def test_the_sample_fits_too(name: str) -> None:
    """It uses keys that the shipped content does not."""
    assert faults(name, yaml.load(sample_files()[name], Loader=Core)) == []  # noqa: S506 - a subclass of the safe one


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("flows/a.yaml", "flow: a\ntitle: A\nowner: team\nstart: a\nsteps: {}\n"),
        ("flows/a.yaml", "flow: a\ntitle: A\nowner: team\nstart: a\nsteps: {b: {title: B, text: B, sorces: none}}\n"),
        ("flows/a.yaml", "flow: a\ntitle: A\nowner: t\nstart: a\nsteps: {b: {title: B, text: B, sources: No Id}}\n"),
        ("places/a.yaml", "a: {name: {en: A}, kinds: legal, seen: 21-11-2026}\n"),
        ("places/a.yaml", "a: {name: {en: A}, kinds: legal, seen: 2026-11-21, who: everybody}\n"),
        ("facts.yaml", "return-line: {value: 1}\n"),
        ("campaigns.yaml", "a: {to: trust.start}\n"),
    ],
)
def test_what_check_refuses_is_underlined_while_typing(name: str, written: str) -> None:
    """A wrong key, a missing one, a wrong id, a wrong day, a word that is not possible."""
    assert faults(name, yaml.load(written, Loader=Core))  # noqa: S506 - a subclass of the safe one


@pytest.mark.parametrize("name", SHIPPED)
def test_each_shipped_file_names_its_schema(name: str) -> None:
    """In its first line, so that any program for YAML finds it."""
    first = SHIPPED[name].decode().splitlines()[0]
    assert first == modeline(name)
    target = (CONTENT / name).parent / first.partition("$schema=")[2]
    assert target.resolve().is_file()


def test_a_file_of_another_kind_has_no_schema() -> None:
    assert schema_name("locales/ar/ledger/trust.yaml") is None
    assert schema_name("talks/a.talk") is None
    with pytest.raises(KeyError):
        modeline("other.yaml")


def test_the_settings_of_vs_code_name_each_schema() -> None:
    """For new files, which have no first line yet."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    wanted = {f"content/schema/{name}.schema.json": f"content/{files}" for name, files in patterns().items()}
    assert settings["yaml.schemas"] == wanted
    extensions = json.loads(Path(ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert extensions["recommendations"] == ["redhat.vscode-yaml"]
