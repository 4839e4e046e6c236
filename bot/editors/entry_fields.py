"""The fields of a form for an entry, made from the model: what can be written, in which form, what it means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from bot.content.library import Library
from bot.content.model import Entry, Fact, Notice, Place
from bot.editors.entry_text import Value

Widget = Literal["text", "long", "day", "choice", "yes", "several", "lines", "languages"]
YES = "yes"
_LONG = frozenset({"text", "note"})


@dataclass(frozen=True, slots=True)
class EntryKind:
    """A kind of entries with a form: where they stand, and what they are called."""

    name: str
    title: str
    one: str
    model: type[Entry]
    space: str
    files: str
    """The file, or the folder (with a slash) whose files hold such entries."""

    def holds(self, file: str) -> bool:
        """Tell whether a file holds such entries."""
        return file.endswith(".yaml") and (
            file == self.files or (self.files.endswith("/") and file.startswith(self.files))
        )


KINDS: Mapping[str, EntryKind] = {
    "places": EntryKind("places", "Places", "place", Place, "place", "places/"),
    "facts": EntryKind("facts", "Facts", "fact", Fact, "fact", "facts.yaml"),
    "notices": EntryKind("notices", "Notices", "notice", Notice, "notice", "notices.yaml"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One key of an entry, as a form asks for it."""

    key: str
    widget: Widget
    help: str
    example: str
    is_required: bool
    choices: tuple[str, ...] = ()


def fields_of(kind: EntryKind, library: Library | None) -> tuple[Field, ...]:
    """Return the fields of a kind of entries in the order of the model."""
    return tuple(
        _field(info.alias or name, info, library) for name, info in kind.model.model_fields.items() if name != "id"
    )


def _field(key: str, info: FieldInfo, library: Library | None) -> Field:
    widget, choices = _widget(key, info.annotation)
    if key == "kinds" and library:
        widget, choices = "several", tuple(library.bot.kinds)
    if widget == "languages":
        choices = library.locales if library else ("en",)
    example = next((_say(one) for one in info.examples or ()), "")
    return Field(key, widget, info.description or "", example, info.is_required(), choices)


def _say(example: object) -> str:
    """Return an example as one types it: words, words with commas, or words by language."""
    if isinstance(example, Mapping):
        return ", ".join(f"{name}: {words}" for name, words in example.items())
    return ", ".join(map(str, example)) if isinstance(example, list | tuple) else str(example)


def _widget(key: str, annotation: Any) -> tuple[Widget, tuple[str, ...]]:
    """Return how a value is typed in, and the closed list that it comes from (any: a type, as pydantic has it)."""
    kind = _without_none(annotation)
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Literal:
        return "choice", tuple(map(str, inside))
    if origin is tuple:
        words = _without_none(inside[0])
        return ("several", tuple(map(str, get_args(words)))) if get_origin(words) is Literal else ("lines", ())
    if origin is dict:
        return "languages", ()
    if kind is bool:
        return "yes", ()
    if kind is date:
        return "day", ()
    return ("long" if key in _LONG else "text"), ()


def _without_none(annotation: Any) -> Any:
    """Return the type that a value has if it is there (any: a type, as pydantic has it)."""
    if get_origin(annotation) in {Union, UnionType}:
        return next(inner for inner in get_args(annotation) if inner is not NoneType)
    inner = getattr(annotation, "__origin__", None)
    return inner if hasattr(annotation, "__metadata__") else annotation


def as_shown(field: Field, value: Value | None) -> Value | None:
    """Return a value in the form of its field, whichever form it has in the file."""
    if field.widget in {"several", "lines"} and isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if field.widget == "yes":
        return YES if value in {"yes", "true", "on", "1"} else None
    return value


def read_values(fields: Iterable[Field], form: Mapping[str, str]) -> dict[str, Value | None]:
    """Return what was typed into a form: a value for each key, None for one that is left out."""
    return {field.key: _read(field, form) for field in fields}


def _read(field: Field, form: Mapping[str, str]) -> Value | None:
    name = f"f.{field.key}"
    if field.widget in {"several", "languages"}:
        found = {key.removeprefix(f"{name}."): value for key, value in form.items() if key.startswith(f"{name}.")}
        if field.widget == "several":
            return tuple(found) or None
        return {language: _clean(text) for language, text in found.items() if text.strip()} or None
    text = _clean(form.get(name, ""))
    if field.widget == "lines":
        return tuple(part.strip() for line in text.split("\n") for part in line.split(",") if part.strip()) or None
    if field.widget == "yes":
        return YES if text else None
    return (text if field.widget == "long" else " ".join(text.split())) or None


def _clean(text: str) -> str:
    """Return typed text with plain line ends and no space at the end of lines, as it is kept in a file."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()
