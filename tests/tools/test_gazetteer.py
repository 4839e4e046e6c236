import unicodedata
from pathlib import Path

import pytest

from bot.content.gazetteer import Area, read_gazetteer
from tools.gazetteer.alternates import read_alternates
from tools.gazetteer.build import HERE, build_gazetteer, read_table

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "content" / "gazetteer.tsv"
SCRIPTS = ("CYRILLIC", "GEORGIAN", "ARABIC", "ETHIOPIC", "ARMENIAN")
LARGEST = 60
ETHIOPIC_FROM = 20_000


@pytest.fixture(scope="module")
def areas() -> tuple[Area, ...]:
    """Return each town once, the largest first."""
    towns: dict[str, Area] = {}
    for area in sorted(read_gazetteer(SHIPPED.read_bytes()), key=lambda area: (-area.population, area.postcode)):
        towns.setdefault(area.name(), area)
    return tuple(towns.values())


def scripts_of(area: Area) -> set[str]:
    """Return the scripts that a town has names in."""
    return {unicodedata.name(sign, "").split(" ")[0] for name in area.further for sign in name if sign.isalpha()}


def test_the_shipped_gazetteer_is_the_one_its_sources_make() -> None:
    """`make gazetteer` changes nothing: whoever edits the made file alone is told so."""
    assert SHIPPED.read_text("utf-8") == build_gazetteer(read_alternates()), "run: make gazetteer"


def test_the_largest_towns_have_names_in_every_script(areas: tuple[Area, ...]) -> None:
    """Somebody who writes Cyrillic, Georgian, Arabic, Ethiopic or Armenian letters finds the sixty largest towns."""
    missing = {area.name(): set(SCRIPTS) - scripts_of(area) for area in areas[:LARGEST]}
    assert not {name: scripts for name, scripts in missing.items() if scripts}


def test_every_larger_town_has_an_ethiopic_name(areas: tuple[Area, ...]) -> None:
    """GeoNames has none, so they are written for this project."""
    large = [area for area in areas if area.population > ETHIOPIC_FROM]
    assert len(large) > 2 * LARGEST
    assert [area.name() for area in large if "ETHIOPIC" not in scripts_of(area)] == []


def test_each_written_name_says_its_script_and_who_read_it() -> None:
    """No name is in two scripts by mistake, and each says whether a speaker read it."""
    codes = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Geor": "GEORGIAN", "Armn": "ARMENIAN", "Arab": "ARABIC"}
    codes["Ethi"] = "ETHIOPIC"
    for row in read_table(HERE / "written_names.tsv"):
        letters = [sign for sign in row["names"] if sign.isalpha()]
        assert {unicodedata.name(sign).split(" ")[0] for sign in letters} == {codes[row["script"]]}, row
        assert row["read"], row


def test_unwanted_alternate_names_are_left_out() -> None:
    """Codes, romanised names, other scripts and "city of" stay out; the country behind a name is cut."""
    unwanted = ["BRU", "bi lu xi", "Βρυξέλλες", "Kota Brusel", "Брюссель, Бельгия"]
    (row,) = (row for row in build_gazetteer({"2800866": unwanted}).splitlines() if row.startswith("1000\t"))
    further = row.split("\t")[-1].split("|")
    assert not set(unwanted) & set(further)
    assert "Брюссель" in further
