"""Translations as a spreadsheet (XLSX), for people who have no translator's program."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from bot.editors.exchange import Returned, Row, Table
from bot.i18n.locales import direction_of

MOST_BYTES = 50_000_000
"""Bytes of a file once unpacked: a small file can swell to fill all memory."""
_SHEET = "wegwijs "
_COLUMNS: Mapping[str, tuple[str, int]] = {
    "context": ("context", 28),
    "page": ("page", 24),
    "english": ("English", 60),
    "note": ("note", 32),
    "limit": ("limit", 8),
    "state": ("state", 11),
    "translation": ("translation", 60),
    "link": ("link", 30),
    "mark": ("mark", 14),
}
"""What of a row stands in which column, with its heading and its width in characters."""
_NEEDED = ("context", "English", "translation")
_OURS = PatternFill("solid", fgColor="EEEEEE")


def write_spreadsheet(rows: Iterable[Row], locale: str) -> bytes:
    """Return a workbook of one sheet; all is grey but the column of translations, which is to be typed into."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = f"{_SHEET}{locale}"
    _write_line(sheet, 1, [heading for heading, _ in _COLUMNS.values()], locale)
    for number, row in enumerate(rows, 2):
        _write_line(sheet, number, [str(getattr(row, name) or "") for name in _COLUMNS], locale)
    for column, (_, width) in enumerate(_COLUMNS.values(), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.cell(1, column).font = Font(bold=True)
    sheet.freeze_panes = "B2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write_line(sheet: Worksheet, number: int, values: Sequence[str], locale: str) -> None:
    for column, (name, value) in enumerate(zip(_COLUMNS, values, strict=True), 1):
        cell = sheet.cell(number, column, ILLEGAL_CHARACTERS_RE.sub("", value))
        cell.data_type = "s"  # a text that begins with = is no formula
        cell.number_format = "@"
        is_rtl = name == "translation" and direction_of(locale) == "rtl"
        cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=2 if is_rtl else 1)
        if name != "translation" or number == 1:
            cell.fill = _OURS


def read_spreadsheet(data: bytes) -> Table:
    """Return what came back; columns are known by their headings, in any order.

    Raises:
        ValueError: the file is no workbook, or not one of ours; the message says what to do.
    """
    sheet = _open(data)
    lines = sheet.iter_rows(values_only=True)
    headings = [_as_text(value) for value in next(lines, ())]
    missing = [name for name in _NEEDED if name not in headings]
    if missing or not sheet.title.startswith(_SHEET):
        raise ValueError("It is not a sheet that wegwijs translations export wrote: name and headings must stay.")
    rows = []
    for number, line in enumerate(lines, 2):
        values = dict(zip(headings, map(_as_text, line), strict=False))
        if values["context"]:
            rows.append(
                Returned(number, values["context"], values["English"], values["translation"], values.get("mark", ""))
            )
    return Table(sheet.title.removeprefix(_SHEET).strip(), tuple(rows))


def _open(data: bytes) -> Worksheet:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size > MOST_BYTES:
            raise ValueError("It is too large once unpacked. Export fewer topics at once with --flow.")
        sheet = load_workbook(io.BytesIO(data)).active
    except (zipfile.BadZipFile, KeyError, InvalidFileException, ParseError) as problem:
        raise ValueError("It cannot be read as a spreadsheet (XLSX). Save it again in that format.") from problem
    if not isinstance(sheet, Worksheet):
        raise ValueError("Its first sheet holds no cells.")  # noqa: TRY004 - a fault of the file, not of a type
    return sheet


def _as_text(value: object) -> str:
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
