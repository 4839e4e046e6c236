"""gettext catalogues, written and read."""

from pathlib import Path

import pytest
from translate.storage.pypo import pofile

from bot.i18n.catalogues import CatalogueRow, SourceText, read_catalogue, write_catalogue
from bot.i18n.locales import LANGUAGES

ROWS = (
    CatalogueRow(SourceText("flow", "flow.step.text", "First.\n\n- **bold** {phone.x}", "A note."), "Eerst."),
    CatalogueRow(SourceText("flow", "flow.step.title", "Same", limit=60), "Zelfde"),
    CatalogueRow(SourceText("flow", "flow.other.title", "Same"), "Anders", outdated=True),
    CatalogueRow(
        SourceText("flow", "flow.more.text", "New."), "Oud.", outdated=True, previous="**Old** " + "long " * 40
    ),
    CatalogueRow(
        SourceText("flow", "flow.more.other", "New"), "Oud", outdated=True, previous='"Old"\n\n- \\ msgctxt "x"'
    ),
    CatalogueRow(SourceText("flow", "flow.last.title", "Untranslated")),
)


def test_texts_with_the_same_english_keep_their_own_translation() -> None:
    """The context tells them apart."""
    read = read_catalogue(write_catalogue(ROWS, "nl", "flow"))
    assert {context: entry.text for context, entry in read.items()} == {row.source.context: row.text for row in ROWS}
    assert all(read[row.source.context].source == row.source.text for row in ROWS)
    assert all(read[row.source.context].previous == row.previous.strip() for row in ROWS)


def test_writing_again_changes_no_byte() -> None:
    """No date, no order of chance: a diff shows what a translator did."""
    assert write_catalogue(ROWS, "nl", "flow") == write_catalogue(ROWS, "nl", "flow")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_language_has_a_header_that_is_read_again(locale: str, tmp_path: Path) -> None:
    """Plural forms come from CLDR, also where Babel has none."""
    file = tmp_path / "flow.po"
    file.write_bytes(write_catalogue(ROWS, locale, "flow"))
    checked = read_catalogue(file.read_bytes())
    assert len(checked) == len(ROWS)


def test_a_broken_catalogue_is_refused_in_words() -> None:
    """Another file under this name is no catalogue."""
    with pytest.raises(ValueError, match="catalogue"):
        read_catalogue(b"rubbish")


def test_a_translator_sees_page_address_note_and_limit() -> None:
    """Whoever opens the catalogue in an editor has no other window to look into."""
    source = SourceText("flow", "flow.step.option.x", "More", "Button.", 40, "What it covers", "flow/step")
    written = write_catalogue([CatalogueRow(source)], "nl", "flow").decode()
    assert '#. Button.\n#. Page "What it covers": /nl/flow/step\n#. At most 40 characters.\n' in written
    assert "/en/flow/step" in write_catalogue([CatalogueRow(source)], None, "flow").decode()


def test_the_library_behind_weblate_reads_the_former_english() -> None:
    """translate-toolkit shows it above an outdated text, as Poedit does."""
    data = write_catalogue(ROWS[3:4], "nl", "flow")
    unit = pofile.parsestring(data).units[1]  # type: ignore[no-untyped-call]  # it has no types
    assert unit.isfuzzy()
    assert unit.prev_source.strip() == ROWS[3].previous.strip()
