"""The state of a translation is a pure function of hashes."""

import pytest

from bot.i18n.ledger import CatalogueEntry, LedgerEntry, State, fingerprint, read_ledger, state_of, write_ledger

SOURCE = "You have the right to a lawyer."
OLD = "You have no right to a lawyer."
TEXT = "Vous avez droit à un avocat."


def known(source: str = SOURCE, text: str = TEXT, by: str = "machine", reviewed: str = "") -> LedgerEntry:
    """Return what a ledger knows of a text."""
    return LedgerEntry(fingerprint(source), fingerprint(text), by, reviewed)


@pytest.mark.parametrize(
    ("entry", "ledger", "state"),
    [
        (None, None, State.MISSING),
        (CatalogueEntry(SOURCE, ""), known(), State.MISSING),
        (CatalogueEntry(SOURCE, TEXT), known(), State.MACHINE),
        (CatalogueEntry(SOURCE, TEXT), known(by="human"), State.HUMAN),
        (CatalogueEntry(SOURCE, TEXT), None, State.HUMAN),
        (CatalogueEntry(SOURCE, "Vous avez le droit."), known(), State.HUMAN),
        (CatalogueEntry(SOURCE, TEXT), known(reviewed="lawyer 2026-11-20"), State.REVIEWED),
        (CatalogueEntry(OLD, TEXT), known(source=OLD, reviewed="lawyer 2026-11-20"), State.OUTDATED),
        (CatalogueEntry(SOURCE, TEXT), known(source=OLD), State.OUTDATED),
        (CatalogueEntry(OLD, "Edited before the English changed."), known(source=OLD), State.OUTDATED),
    ],
)
def test_the_state_of_a_text(entry: CatalogueEntry | None, ledger: LedgerEntry | None, state: State) -> None:
    """Missing, machine, human, reviewed, outdated: each from source, text and ledger alone."""
    assert state_of(SOURCE, entry, ledger) is state


def test_a_ledger_is_read_as_it_was_written() -> None:
    """Dates and hashes stay text."""
    entries = {"a.b.text": known(), "a.b.title": known(reviewed="lawyer 2026-11-20")}
    entries["a.c"] = LedgerEntry("0a", "0b", "human", "lawyer 2026-11-20", "interpreter")
    assert read_ledger(write_ledger(entries)) == entries


@pytest.mark.parametrize("data", [b"a.b: {source: x}", b"a: [", b"a.b: text", b"\xff", b"[" * 100_000])
def test_a_broken_ledger_is_refused_in_words(data: bytes) -> None:
    """An operator sees which file cannot be read, never a traceback."""
    with pytest.raises(ValueError, match="Line 1 of the ledger"):
        read_ledger(data)
