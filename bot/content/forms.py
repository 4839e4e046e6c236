"""JSON Schemas of the content files, made from the types: what an editor's program needs to complete and explain keys.

They describe a file as such programs read it (YAML 1.2: a postcode is a number there), while our reader takes every
value as text; so a number is allowed wherever a text is.
"""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from bot.content.entry import ID_PATTERN, STEP_ID_PATTERN
from bot.content.model import Bot, Campaign, Entry, Fact, Flow, Notice, Place, Source, Term
from bot.content.phrases import PLACEHOLDERS, Phrase
from bot.content.tone import Tone

Schema = dict[str, Any]
"""A JSON Schema; any: JSON."""

SCHEMA_FOLDER = "schema/"
DIALECT = "http://json-schema.org/draft-07/schema#"
"""What the YAML extension of VS Code understands."""
_TEXT = ["string", "number", "boolean"]
_STEP_HERE = rf"^({ID_PATTERN[1:-1]}\.)?{ID_PATTERN[1:-1]}$"
"""Inside a flow, a step of the same flow is named without it."""
_POINT = r"^\s*-?[0-9.]+\s*,\s*-?[0-9.]+\s*$"


class _Form(GenerateJsonSchema):
    """How our types look in a file: every value is text, lists can stand on one line, ids are the keys above."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return super().str_schema(schema) | {"type": _TEXT}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        del schema
        return {"enum": ["yes", "no", True, False, "true", "false"]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return super().int_schema(schema) | {"type": ["integer", "string"]}

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        return super().date_schema(schema) | {"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        value, default = self.generate_inner(schema["schema"]), schema.get("default")
        if isinstance(default, bool):
            return value | {"default": "yes" if default else "no"}
        return value | ({"default": default} if isinstance(default, str) and default else {})

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        value = self.generate_inner(schema["schema"])
        if value.get("type") == "array":
            return {"anyOf": [value, _on_one_line(value["items"])]}
        return {"type": "string", "pattern": _POINT}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        value = super().dict_schema(schema)
        return value | ({"additionalProperties": False} if "patternProperties" in value else {})

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        value = super().model_schema(schema)
        value.get("properties", {}).pop("id", None)
        value["required"] = [name for name in value.get("required", []) if name != "id"]
        return value

    def field_title_should_be_set(self, schema: Any) -> bool:
        del schema
        return False


def _on_one_line(entry: Schema) -> Schema:
    """Return the same list as text with commas."""
    one = "|".join(entry.get("enum", ())) or entry.get("pattern", "").removeprefix("^").removesuffix("$")
    return {"type": _TEXT} | ({"pattern": rf"^\s*({one})(\s*,\s*({one}))*\s*$"} if one else {})


def schema_files() -> dict[str, Schema]:
    """Return every schema: its file below the content folder -> what stands in it."""
    return {f"{SCHEMA_FOLDER}{name}.schema.json": _head(name) | make() for name, make in _FORMS.items()}


def schema_name(file: str) -> str | None:
    """Return which schema a content file has, or None."""
    folder, is_below, _ = file.rpartition("/")
    name = _FOLDERS.get(folder) if is_below else file.removesuffix(".yaml")
    return name if name in _FORMS and file.endswith(".yaml") else None


def modeline(file: str) -> str:
    """Return the first line of a content file, which tells programs where its schema is.

    Raises:
        KeyError: such files have no schema.
    """
    name = schema_name(file)
    if name is None:
        raise KeyError(file)
    return f"# yaml-language-server: $schema={'../' * file.count('/')}{SCHEMA_FOLDER}{name}.schema.json"


def patterns() -> Mapping[str, str]:
    """Return for each schema the files it is for, below the content folder."""
    folders = {name: f"{folder}/*.yaml" for folder, name in _FOLDERS.items()}
    return {name: folders.get(name, f"{name}.yaml") for name in _FORMS}


def _head(name: str) -> Schema:
    return {"$schema": DIALECT, "$comment": "Made by wegwijs schema; not by hand.", "title": patterns()[name]}


def _flow() -> Schema:
    form: Schema = _renamed(Flow.model_json_schema(schema_generator=_Form), STEP_ID_PATTERN, _STEP_HERE)
    return form


def _entries(model: type[Entry], example: str) -> Callable[[], Schema]:
    def make() -> Schema:
        entry = model.model_json_schema(schema_generator=_Form)
        parts = entry.pop("$defs", {})
        sample = {name: entry["properties"][name]["examples"][0] for name in entry["required"]}
        pattern = model.model_json_schema()["properties"]["id"]["pattern"]
        return {
            "description": f"{entry['description']} Each below its id, for life: {example}",
            "examples": [{example: sample}],
            "type": ["object", "null"],
            "propertyNames": {"pattern": pattern},
            "additionalProperties": {"$ref": f"#/$defs/{model.__name__}"},
            "$defs": parts | {model.__name__: entry},
        }

    return make


def _questions() -> Schema:
    return {
        "description": "What people ask, and the step that answers it: flow.step, or none.",
        "examples": [{"Who can ask for assisted return?": "assisted-return.who-can-ask"}],
        "type": ["object", "null"],
        "additionalProperties": {"type": "string", "pattern": rf"^none$|{STEP_ID_PATTERN}"},
    }


def _interface() -> Schema:
    return {
        "description": "The bot's own words. The keys are fixed; the words are yours.",
        "type": "object",
        "properties": {phrase.value: _phrase(phrase) for phrase in Phrase},
        "required": [phrase.value for phrase in Phrase],
        "additionalProperties": False,
    }


def _phrase(phrase: Phrase) -> Schema:
    filled = sorted(PLACEHOLDERS.get(phrase, ()))
    names = " and ".join(f"{{{name}}}" for name in filled)
    meaning = f'What the bot says for "{phrase.value.replace("-", " ")}".'
    example = phrase.value.replace("-", " ").capitalize()
    return {
        "description": f"{meaning} Filled in: {names}." if filled else meaning,
        "examples": [f"{example}: {names}" if filled else example],
        "type": _TEXT,
    }


def _renamed(value: Any, former: str, new: str) -> Any:
    """Return a schema in which one pattern is another."""
    if isinstance(value, dict):
        return {name: _renamed(part, former, new) for name, part in value.items()}
    if isinstance(value, list):
        return [_renamed(part, former, new) for part in value]
    return new if value == former else value


_FOLDERS = {"flows": "flow", "places": "places", "tone": "tone"}
_FORMS: Mapping[str, Callable[[], Schema]] = {
    "flow": _flow,
    "facts": _entries(Fact, "phone.return_line"),
    "sources": _entries(Source, "fedasilinfo-medical"),
    "glossary": _entries(Term, "urgent-medical-aid"),
    "places": _entries(Place, "fedasil-return-desk-ghent"),
    "notices": _entries(Notice, "strike"),
    "campaigns": _entries(Campaign, "antwerp-2026"),
    "bot": lambda: Bot.model_json_schema(schema_generator=_Form),
    "tone": lambda: Tone.model_json_schema(schema_generator=_Form),
    "interface": _interface,
    "questions": _questions,
}
