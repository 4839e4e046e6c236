import io
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n.catalogues import CatalogueRow, SourceText, write_catalogue
from bot.i18n.plain_catalogue import read_plain

CATALOGUES = sorted((Path(__file__).parents[2] / "content" / "locales").rglob("*.po"))
HEAD = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
ENTRY = b'msgctxt "a.b"\nmsgid "One"\nmsgstr "Een"\n'


def _by_babel(data: bytes) -> dict[str, tuple[object, object]]:
    return {str(one.context): (one.id, one.string) for one in read_po(io.BytesIO(data)) if one.context}


def _by_us(data: bytes) -> dict[str, tuple[object, object]]:
    entries = read_plain(data)
    assert entries is not None
    return {one.context: (one.source, one.text) for one in entries}


@pytest.mark.parametrize("file", CATALOGUES[::9], ids=lambda file: f"{file.parts[-3]}/{file.stem}")
def test_a_shipped_catalogue_is_read_as_babel_reads_it(file: Path) -> None:
    data = file.read_bytes()
    assert _by_us(data) == _by_babel(data)


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=4))
def test_what_our_tools_write_is_read_as_babel_reads_it(texts: list[tuple[str, str]]) -> None:
    rows = [CatalogueRow(SourceText("f", f"f.{number}", one), two) for number, (one, two) in enumerate(texts)]
    data = write_catalogue(rows, "ar", "f")
    if read_plain(data) is not None:
        assert _by_us(data) == _by_babel(data)


def test_an_entry_knows_the_line_of_its_context() -> None:
    entries = read_plain(HEAD + b"#. a note\n" + ENTRY + b"\n" + ENTRY.replace(b"a.b", b"a.c"))
    assert entries is not None
    assert [entry.line for entry in entries] == [5, 9]


@pytest.mark.parametrize(
    "data",
    [
        b"\xff",
        b"",
        ENTRY,
        HEAD.replace(b"utf-8", b"latin-1") + ENTRY,
        HEAD + ENTRY + ENTRY,
        HEAD + ENTRY.replace(b"\n", b"\r\n"),
        HEAD + ENTRY + b"#~ " + ENTRY,
        HEAD + b'msgid "no context"\nmsgstr ""\n',
        HEAD + ENTRY.replace(b"msgstr", b'msgid_plural "Ones"\nmsgstr[0]'),
        HEAD + ENTRY + b"what is this\n",
    ],
)
def test_anything_else_is_left_to_babel(data: bytes) -> None:
    assert read_plain(data) is None
