"""Our own merge of catalogues."""

from bot.content.merge import merge, take_drafts
from bot.i18n.catalogues import SourceText
from bot.i18n.ledger import CatalogueEntry, LedgerEntry, State, fingerprint, state_of

RIGHT = SourceText("f", "f.a.text", "You have the right to a lawyer.")
NO_RIGHT = SourceText("f", "f.b.text", "You have no right to a lawyer.")
FRENCH = "Vous avez droit à un avocat."


def known(source: str, text: str, by: str = "machine") -> LedgerEntry:
    """Return what a ledger knows of a text."""
    return LedgerEntry(fingerprint(source), fingerprint(text), by)


def test_a_similar_sentence_never_gets_the_translation_of_another() -> None:
    """The usual tools would guess; "no right" is not "the right"."""
    catalogue = {RIGHT.context: CatalogueEntry(RIGHT.text, FRENCH)}
    merged = merge([RIGHT, NO_RIGHT], catalogue, {}, {})
    assert [row.text for row in merged.rows] == [FRENCH, ""]


def test_a_changed_source_keeps_the_text_and_makes_it_outdated() -> None:
    """A translator sees what was there; a reader is told."""
    changed = SourceText("f", "f.a.text", "You have no right to a lawyer.")
    catalogue = {RIGHT.context: CatalogueEntry(RIGHT.text, FRENCH)}
    merged = merge([changed], catalogue, {RIGHT.context: known(RIGHT.text, FRENCH)}, {})
    assert merged.rows[0].outdated
    entry = CatalogueEntry(changed.text, merged.rows[0].text)
    assert state_of(changed.text, entry, merged.ledger["f.a.text"]) is State.OUTDATED


def test_a_text_moves_only_where_the_content_says_moved_from() -> None:
    """A renamed step takes its translation along; nothing else moves."""
    moved = SourceText("f", "f.new.text", RIGHT.text)
    catalogue = {RIGHT.context: CatalogueEntry(RIGHT.text, FRENCH)}
    ledger = {RIGHT.context: known(RIGHT.text, FRENCH)}
    assert merge([moved], catalogue, ledger, {}).rows[0].text == ""
    merged = merge([moved], catalogue, ledger, {"f.new.text": "f.a.text"})
    assert merged.rows[0].text == FRENCH
    assert merged.ledger["f.new.text"].by == "machine"


def test_an_edit_in_a_translators_tool_is_known_as_human() -> None:
    """Whoever saves a catalogue with Poedit need not touch the ledger."""
    edited = {RIGHT.context: CatalogueEntry(RIGHT.text, "Vous avez le droit à un avocat.")}
    merged = merge([RIGHT], edited, {RIGHT.context: known(RIGHT.text, FRENCH)}, {})
    assert merged.ledger[RIGHT.context].by == "human"


def test_merging_twice_changes_nothing() -> None:
    """The second merge finds everything in its place."""
    catalogue = {RIGHT.context: CatalogueEntry(RIGHT.text, FRENCH)}
    first = merge([RIGHT, NO_RIGHT], catalogue, {}, {})
    again = {row.source.context: CatalogueEntry(row.source.text, row.text) for row in first.rows}
    assert merge([RIGHT, NO_RIGHT], again, first.ledger, {}) == first


def test_a_draft_never_replaces_what_a_person_wrote() -> None:
    """A machine fills gaps and its own drafts, no more."""
    catalogue = {RIGHT.context: CatalogueEntry(RIGHT.text, "De la main d'une personne.")}
    merged = merge([RIGHT, NO_RIGHT], catalogue, {}, {})
    drafted = take_drafts([RIGHT, NO_RIGHT], merged, {RIGHT.context: "Machine.", NO_RIGHT.context: "Machine."})
    assert [row.text for row in drafted.rows] == ["De la main d'une personne.", "Machine."]
    assert drafted.ledger[NO_RIGHT.context].by == "machine"
