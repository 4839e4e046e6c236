"""The forms for places, facts and notices: a list of each kind, and a form for one entry."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.browsing import read_form
from bot.content.issues import Issue
from bot.content.marks import Node
from bot.editors.entry_fields import KINDS, EntryKind, Field, as_shown, fields_of, read_values
from bot.editors.entry_saving import Draft, Outcome, mark_of, save_entry, suggest_id
from bot.editors.entry_text import Value, values_of
from bot.editors.findings import editor_link, find_findings
from bot.editors.live_content import LiveContent
from bot.editors.preview_page import TEMPLATES
from bot.editors.step_finder import StepFinder

MOST_BYTES, MOST_FIELDS = 262_144, 400
"""Of a form: a page of the preview has a field for each question, an entry one for each key and language."""
NOT_FOUND = 404
_NOTHING_YET = Outcome()
_NAMED_BY = ("name", "text")
"""The keys from which a new id is suggested. What has none of them is named by hand."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in the list of its kind."""

    id: str
    words: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it is filled in: from the file, or by the editor."""

    entry: str
    file: str
    values: Mapping[str, Value | None]
    is_new: bool = False


class EntryPages:
    """Lists of entries and a form for each; what is posted is read and checked before it is kept."""

    def __init__(self, content: LiveContent) -> None:
        self._content = content
        self.routes = [
            Route("/entries/{kind}", self._list),
            Route("/entries/{kind}/new", self._new, methods=["GET", "POST"]),
            Route("/entries/{kind}/{entry}", self._entry, methods=["GET", "POST"]),
        ]

    async def _list(self, request: Request) -> Response:
        kind = _kind(request)
        wish = request.query_params.get("q", "").strip()
        rows = [row for row in self._rows(kind) if wish.casefold() in f"{row.id} {row.words}".casefold()]
        return self._render("entries.html", kind, rows=rows, wish=wish)

    async def _new(self, request: Request) -> Response:
        kind = _kind(request)
        fields = fields_of(kind, self._content.now.library)
        if request.method == "GET":
            return self._form(kind, Filled("", self._files(kind)[0], {}, is_new=True))
        form = await read_form(request, MOST_BYTES, MOST_FIELDS)
        values, file, entry = read_values(fields, form), form.get("file", ""), form.get("id", "").strip()
        if file not in self._files(kind):
            raise HTTPException(NOT_FOUND)
        refusal = self._refuse_id(kind, entry, values)
        if refusal:
            suggested = entry or self._suggest(kind, values)
            return self._form(kind, Filled(suggested, file, values, is_new=True), Outcome(refusal=refusal))
        draft = Draft(kind, file, entry, values, form.get(f"mark.{file}", ""), is_new=True)
        outcome = await save_entry(self._content, draft)
        return self._form(kind, Filled(entry, file, values, is_new=not outcome.is_written), outcome)

    async def _entry(self, request: Request) -> Response:
        kind, entry = _kind(request), request.path_params["entry"]
        file, node = self._find(kind, entry)
        fields = fields_of(kind, self._content.now.library)
        written = {field.key: as_shown(field, values_of(node).get(field.key)) for field in fields}
        if request.method == "GET":
            return self._form(kind, Filled(entry, file, written))
        form = await read_form(request, MOST_BYTES, MOST_FIELDS)
        values = read_values(fields, form)
        changes = {key: value for key, value in values.items() if value != written[key]}
        draft = Draft(kind, file, entry, changes, form.get(f"mark.{file}", ""))
        return self._form(kind, Filled(entry, file, values), await save_entry(self._content, draft))

    def _refuse_id(self, kind: EntryKind, entry: str, values: Mapping[str, Value | None]) -> str:
        """Say why a new entry cannot have this id yet; "" if it can."""
        if not entry and any(values.get(key) for key in _NAMED_BY):
            return "Look at the suggested id: it is for life. Change it if you like, then save again."
        if not entry:
            return "Give it an id."
        taken = {row.id for row in self._rows(kind)}
        return f'The id "{entry}" is taken.' if entry in taken else ""

    def _suggest(self, kind: EntryKind, values: Mapping[str, Value | None]) -> str:
        words = next((value for key in _NAMED_BY if (value := values.get(key))), "")
        words = next(iter(words.values()), "") if isinstance(words, Mapping) else words
        return suggest_id(str(words), (row.id for row in self._rows(kind))) if words else ""

    def _files(self, kind: EntryKind) -> list[str]:
        """Return the files that hold such entries; the one that should, if there is none."""
        found = sorted(file for file in self._content.now.reading.files if kind.holds(file))
        return found or [kind.files if kind.files.endswith(".yaml") else f"{kind.files}{kind.name}.yaml"]

    def _rows(self, kind: EntryKind) -> Iterable[Row]:
        for file in self._files(kind):
            document = self._content.now.reading.documents.get(file)
            for entry, node in document.value.items() if document and isinstance(document.value, dict) else ():
                assert document is not None
                yield Row(entry, _words(values_of(node)), file, document.key_marks[entry].line)

    def _find(self, kind: EntryKind, entry: str) -> tuple[str, Node]:
        for row in self._rows(kind):
            if row.id == entry:
                document = self._content.now.reading.documents[row.file].value
                assert isinstance(document, dict)
                return row.file, document[entry]
        raise HTTPException(NOT_FOUND)

    def _form(self, kind: EntryKind, filled: Filled, outcome: Outcome = _NOTHING_YET) -> Response:
        folder, now = self._content.folder, self._content.now
        fields = fields_of(kind, now.library)
        general = find_findings(_general(outcome, fields), StepFinder(now.reading), folder)
        marks = {name: mark_of(now.reading.files.get(name, b"")) for name in self._files(kind)}
        return self._render(
            "entry.html", kind, filled=filled, fields=fields, outcome=outcome, issues=general, marks=marks,
            link=editor_link(folder, filled.file, self._line(filled)), languages_of=_languages_of,
        )  # fmt: skip

    def _line(self, filled: Filled) -> int:
        document = self._content.now.reading.documents.get(filled.file)
        return document.find_mark((filled.entry,)).line if document else 1

    def _render(self, template: str, kind: EntryKind, **words: object) -> Response:
        page = {"kind": kind, "kinds": KINDS, "folder": Path(self._content.folder), "step_link": lambda _: "/", **words}
        return HTMLResponse(TEMPLATES.get_template(template).render(page))


def _general(outcome: Outcome, fields: Iterable[Field]) -> list[Issue]:
    """Return the issues that stand beside no field."""
    named = {field.key for field in fields}
    beside = {issue for key, issues in outcome.beside.items() if key in named for issue in issues}
    found = dict.fromkeys((*outcome.issues, *(issue for issues in outcome.beside.values() for issue in issues)))
    return [issue for issue in found if issue not in beside]


def _kind(request: Request) -> EntryKind:
    try:
        return KINDS[request.path_params["kind"]]
    except KeyError:
        raise HTTPException(NOT_FOUND) from None


def _words(values: Mapping[str, Value]) -> str:
    """Return what an entry is recognised by: its name, its value or its text."""
    found = next((values[key] for key in ("name", "value", "text") if key in values), "")
    return str(next(iter(found.values()), "")) if isinstance(found, Mapping) else str(found)


def _languages_of(field: Field, value: Value | None) -> list[str]:
    """Return the languages that a form has a line for: those there are, then those of the bot."""
    written = list(value) if isinstance(value, Mapping) else []
    return list(dict.fromkeys((*written, *field.choices)))
