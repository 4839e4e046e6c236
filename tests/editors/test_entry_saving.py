"""What a form saves keeps the content as sound as it was, and the rest of the file as it is."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.editors.entry_fields import KINDS
from bot.editors.entry_saving import Draft, Outcome, mark_of, save_entry, suggest_id
from bot.editors.entry_text import Value
from bot.editors.live_content import LiveContent

PLACES = "places/antwerp.yaml"


@pytest.fixture
async def content(folder: Path) -> LiveContent:
    """The sample, with a comment in its places, as the preview reads it."""
    file = folder / PLACES
    file.write_text("# Our desks.\n" + file.read_text().replace("    kinds: legal", "    kinds: legal"))
    live = LiveContent(folder)
    await live.refresh()
    assert live.now.is_sound
    return live


def draft(content: LiveContent, **values: Value | None) -> Draft:
    """Return a change of the first place, as a form makes it now."""
    return Draft(KINDS["places"], PLACES, "legal-desk", values, mark_of((content.folder / PLACES).read_bytes()))


def has_code(outcome: Outcome, key: str, code: str) -> bool:
    """Tell whether an issue stands beside a field."""
    return any(issue.code == code for issue in outcome.beside.get(key, ()))


async def test_a_change_is_written_and_shown_at_once(content: LiveContent) -> None:
    """With the difference, and every comment kept."""
    before = (content.folder / PLACES).read_text()
    outcome = await save_entry(content, draft(content, street="Korte Straat 2", cost="free"))
    assert outcome.is_written
    after = (content.folder / PLACES).read_text()
    assert after == before.replace("Lange Straat 1", "Korte Straat 2").replace(
        "  hours: Mo-Fr 09:00-12:30\n", "  hours: Mo-Fr 09:00-12:30\n  cost: free\n"
    )
    assert "-  street: Lange Straat 1\n+  street: Korte Straat 2" in outcome.difference
    assert content.now.library is not None
    assert content.now.library.places["legal-desk"].street == "Korte Straat 2"


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("postcode", "20180", "entry-form"),
        ("seen", "yesterday", "entry-date"),
        ("seen", None, "entry-missing"),
        ("cost", "cheap", "entry-choice"),
        ("kinds", ("nonsense",), "place-kind"),
        ("hours", "ma-vr 9-17", "place-hours"),
        ("phones", ("12",), "place-phone"),
    ],
)
async def test_what_would_be_an_error_is_said_beside_its_field(
    content: LiveContent, key: str, value: Value | None, code: str
) -> None:
    """And nothing is written."""
    before = (content.folder / PLACES).read_bytes()
    outcome = await save_entry(content, draft(content, **{key: value}))
    assert not outcome.is_written
    assert has_code(outcome, key, code), outcome
    assert (content.folder / PLACES).read_bytes() == before
    assert content.now.is_sound


async def test_a_file_that_was_changed_meanwhile_is_not_written_over(content: LiveContent) -> None:
    """Somebody else's work is never lost."""
    asked = draft(content, street="Korte Straat 2")
    file = content.folder / PLACES
    file.write_text(file.read_text() + "# A colleague was here.\n")
    outcome = await save_entry(content, asked)
    assert "changed meanwhile" in outcome.refusal
    assert "colleague" in file.read_text()
    assert "Korte" not in file.read_text()


async def test_a_new_entry_gets_its_id_and_its_key_for_life(content: LiveContent) -> None:
    """As `wegwijs ids` does it."""
    values: dict[str, Value | None] = {
        "name": {"en": "New desk"},
        "kinds": ("medical",),
        "seen": "2026-11-21",
        "note": None,
    }
    new = replace(draft(content), entry="new-desk", values=values, is_new=True)
    outcome = await save_entry(content, new)
    assert outcome.ids == ("place:new-desk",)
    assert "place:new-desk" in (content.folder / "ids.lock").read_text()
    assert (
        (content.folder / PLACES)
        .read_text()
        .endswith("\nnew-desk:\n  name: {en: New desk}\n  kinds: medical\n  seen: 2026-11-21\n")
    )
    assert content.now.is_sound


async def test_a_fault_elsewhere_hinders_nobody_and_is_not_made_worse(content: LiveContent) -> None:
    """A colleague's broken flow is their business."""
    flow = content.folder / "flows" / "paper.yaml"
    flow.write_text("flow: [")
    await content.refresh()
    assert (await save_entry(content, draft(content, street="Korte Straat 2"))).is_written
    assert not content.now.is_sound


async def test_nothing_different_and_nothing_possible_is_said(content: LiveContent) -> None:
    """The editor learns why nothing happened."""
    assert "Nothing is different" in (await save_entry(content, draft(content))).refusal
    file = content.folder / PLACES
    file.write_text("legal-desk: {name: {en: A}, kinds: legal, seen: 2026-11-21}\n")
    assert "one line" in (await save_entry(content, draft(content, street="x"))).refusal


async def test_a_disk_that_refuses_is_said(content: LiveContent) -> None:
    """A folder that is gone is a sentence, not a crash."""
    new = Draft(KINDS["places"], "gone/places.yaml", "desk", {"seen": "2026-11-21"}, mark_of(b""), is_new=True)
    outcome = await save_entry(content, new)
    assert outcome.refusal == "gone/places.yaml cannot be written: No such file or directory."


@pytest.mark.parametrize(
    ("words", "suggested"),
    [("Terugkeerloket Gent", "terugkeerloket-gent"), ("Café à côté (Liège)", "cafe-a-cote-liege"), ("مكتب", "new"),
     ("112 line", "line"), ("Taken", "taken-3")],
)  # fmt: skip
def test_ids_are_suggested_from_names(words: str, suggested: str) -> None:
    """Small letters, digits, hyphens; none that is taken."""
    assert suggest_id(words, ["taken", "taken-2"]) == suggested


async def test_forms_saved_at_once_do_not_lose_each_other(content: LiveContent) -> None:
    """The second is refused, since the file is another one by then."""
    drafts = [draft(content, street=street) for street in ("Korte Straat 2", "Brede Straat 3")]
    outcomes = await asyncio.gather(*(save_entry(content, each) for each in drafts))
    assert sorted(outcome.is_written for outcome in outcomes) == [False, True]
