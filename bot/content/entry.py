"""What all entries that editors write are made of: frozen values, and how a text of a file becomes one."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
STEP_ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$"
FACT_ID_PATTERN = r"^[a-z]+\.[a-z][a-z0-9_]*$"
PARTIAL_DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def split_commas(value: object) -> object:
    """Read "a, b" as two entries."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _listed(value: object) -> object:
    """Read a single word as a list of one."""
    return (value,) if isinstance(value, str) else value


def _no_sources(value: object) -> object:
    """Read "none" as: this text states nothing that needs a source."""
    return () if value == "none" else split_commas(value)


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
StepId = Annotated[str, StringConstraints(pattern=STEP_ID_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Link = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
SiteAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/;,]+$")]
UserName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{3,31}$")]
"""A name in Telegram, without the @; it has small and capital letters, and Telegram takes both for the same."""
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
PartialDate = Annotated[str, StringConstraints(pattern=PARTIAL_DATE_PATTERN)]
CommaSeparated = Annotated[tuple[str, ...], BeforeValidator(split_commas)]
Sources = Annotated[tuple[Id, ...], BeforeValidator(_no_sources)]
Conditions = dict[Id, Annotated[tuple[str, ...], BeforeValidator(_listed)]]


class Entry(BaseModel):
    """Anything an editor writes: frozen, and no key passes unnoticed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def key(description: str, example: object, **limits: Any) -> Any:
    """Return what a key means and how it looks, for the help in an editor; any: pydantic's own signature."""
    return Field(description=description, examples=[example], **limits)


def known_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys an editor may write in an entry of this kind."""
    injected = {"id"}
    return tuple(field.alias or name for name, field in model.model_fields.items() if name not in injected)


def as_written(entry: BaseModel) -> dict[str, Any]:
    """Return an entry as plain values, without what was left out (any: pydantic's own signature)."""
    return entry.model_dump(by_alias=True, exclude_defaults=True, exclude={"id"}, mode="json")
