"""A form asks for just what the model knows, in the form that fits it."""

from typing import Annotated

import pytest
from pydantic import Field

from bot.content.library import Library
from bot.content.model import Entry, known_keys
from bot.editors.entry_fields import KINDS, EntryKind, as_shown, fields_of, read_values


@pytest.mark.parametrize("name", KINDS)
def test_every_key_of_the_model_has_a_field_that_explains_itself(name: str, library: Library) -> None:
    """No key is left to those who read YAML."""
    fields = fields_of(KINDS[name], library)
    assert tuple(field.key for field in fields) == known_keys(KINDS[name].model)
    assert all(field.help and field.example for field in fields)
    assert len({field.key for field in fields}) == len(fields)


def test_examples_of_the_model_are_shown_as_one_types_them() -> None:
    """Whatever form they have there."""

    class Example(Entry):
        id: str
        name: Annotated[dict[str, str], Field(description="By language.", examples=[{"nl": "Loket", "fr": "Guichet"}])]
        serves: Annotated[tuple[str, ...], Field(description="Postcodes.", examples=[["9000", "9030"]])]
        street: Annotated[str, Field(description="Street.", examples=["Lange Straat 1"])]

    fields = fields_of(EntryKind("examples", "Examples", "example", Example, "example", "examples.yaml"), None)
    assert [field.example for field in fields] == ["nl: Loket, fr: Guichet", "9000, 9030", "Lange Straat 1"]


def test_each_value_has_the_widget_of_its_type(library: Library) -> None:
    """Days are days, closed lists are lists to choose from."""
    widgets = {field.key: field.widget for kind in KINDS.values() for field in fields_of(kind, library)}
    assert widgets["seen"] == widgets["from"] == "day"
    assert widgets["cost"] == widgets["status"] == "choice"
    assert widgets["who"] == widgets["kinds"] == "several"
    assert widgets["phones"] == widgets["serves"] == widgets["sources"] == "lines"
    assert widgets["name"] == widgets["in"] == "languages"
    assert widgets["line"] == "yes"
    assert widgets["text"] == widgets["note"] == "long"
    assert widgets["point"] == widgets["value"] == "text"
    choices = {field.key: field.choices for field in fields_of(KINDS["places"], library)}
    assert choices["kinds"] == tuple(library.bot.kinds)
    assert "without-papers" in choices["who"]
    assert {field.key for field in fields_of(KINDS["places"], library) if field.is_required} == {
        "name",
        "kinds",
        "seen",
    }


def test_what_is_typed_is_what_is_kept(library: Library) -> None:
    """Lines become words, blanks become nothing."""
    fields = fields_of(KINDS["places"], library)
    form = {
        "f.name.en": "  Desk ", "f.name.nl": " ", "f.kinds.legal": "yes", "f.kinds.medical": "yes", "f.line": "yes",
        "f.phones": "+3232011690\r\n\r\n+3232011691, +3232011692", "f.note": "One.\r\n\r\nTwo.  ", "f.street": " A  1",
    }  # fmt: skip
    values = read_values(fields, form)
    assert {key: value for key, value in values.items() if value is not None} == {
        "name": {"en": "Desk"}, "kinds": ("legal", "medical"), "line": "yes",
        "phones": ("+3232011690", "+3232011691", "+3232011692"), "note": "One.\n\nTwo.", "street": "A 1",
    }  # fmt: skip


def test_what_stands_in_the_file_is_shown_in_the_form_of_its_field(library: Library) -> None:
    """However it is written there."""
    fields = {field.key: field for field in fields_of(KINDS["places"], library)}
    assert as_shown(fields["phones"], "a, b") == as_shown(fields["phones"], ("a", "b")) == ("a", "b")
    assert as_shown(fields["line"], "true") == "yes"
    assert as_shown(fields["line"], "no") is None
    assert as_shown(fields["street"], "x") == "x"
