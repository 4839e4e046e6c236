from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.gazetteer import COLUMNS, read_gazetteer

FILE = Path(__file__).parents[2] / "content" / "gazetteer.tsv"
HEADER = "\t".join(COLUMNS)
GHENT = "9000\tnl\tGent\tGand\tGent\teast-flanders\t51.0500\t3.7167\t265086\tGhent|جنت"
BRUSSELS = "1000\tfr nl\tBrussel\tBruxelles\tBrüssel\tbrussels\t50.8504\t4.3488\t1019022\t"


def _table(*lines: str) -> bytes:
    return "\n".join(("# a comment", HEADER, *lines)).encode()


def test_a_row_becomes_an_area() -> None:
    """Every column arrives in its field, with its type."""
    (area,) = read_gazetteer(_table(GHENT))
    assert (area.postcode, area.province, area.population) == ("9000", "east-flanders", 265086)
    assert (area.point.latitude, area.point.longitude) == (51.05, 3.7167)
    assert area.names == {"nl": "Gent", "fr": "Gand", "de": "Gent"}
    assert area.further == ("Ghent", "جنت")


def test_an_area_can_be_told_apart_in_a_set() -> None:
    """Areas are frozen values that can be hashed and compared."""
    first, second = read_gazetteer(_table(GHENT)), read_gazetteer(_table(GHENT))
    assert set(first) == set(second)


@pytest.mark.parametrize(("locale", "name"), [("fr", "Gand"), ("nl", "Gent"), ("ar", "Gent"), ("", "Gent")])
def test_a_name_is_in_the_language_of_the_reader_or_of_the_signs(locale: str, name: str) -> None:
    """Who reads no language the name exists in gets the name that stands on the signs."""
    (area,) = read_gazetteer(_table(GHENT))
    assert area.name(locale) == name


def test_a_place_with_two_languages_has_both_names() -> None:
    """Signs in Brussels are in French and Dutch, and so is the name."""
    (area,) = read_gazetteer(_table(BRUSSELS))
    assert area.name("ti") == "Bruxelles / Brussel"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("9000\tnl\tGent", "10 columns expected, 3 found"),
        (GHENT.replace("9000", "0900"), '"0900" is not a postcode'),
        (GHENT.replace("9000", "٩٠٠٠"), "is not a postcode"),
        (GHENT.replace("265086", "many"), 'the population "many" is not a number'),
        (GHENT.replace("51.0500", "north"), '"north, 3.7167" is not a point'),
        (GHENT.replace("51.0500", "nan"), "is not a point"),
        (GHENT.replace("51.0500", "151.05"), "is not a point"),
        (GHENT.replace("east-flanders", ""), "the province is missing"),
        (GHENT.replace("\tnl\t", "\t\t"), "a name in a language of the place is missing"),
        (GHENT.replace("\tnl\t", "\tit\t"), "a name in a language of the place is missing"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(row: str, sentence: str) -> None:
    """The error says which line is wrong and why."""
    with pytest.raises(ValueError, match="gazetteer, line 4: ") as problem:
        read_gazetteer(_table(BRUSSELS, row))
    assert sentence in str(problem.value)


def test_a_postcode_stands_once() -> None:
    """A second row with the same postcode is an error."""
    with pytest.raises(ValueError, match="line 4: postcode 9000 stands twice"):
        read_gazetteer(_table(GHENT, GHENT))


def test_the_columns_are_named() -> None:
    """A table without its line of column names is not read by guess."""
    with pytest.raises(ValueError, match="line 1: the columns must be"):
        read_gazetteer(GHENT.encode())


def test_an_empty_table_is_an_error() -> None:
    """No areas at all is a broken file, not a country without places."""
    with pytest.raises(ValueError, match="the table is empty"):
        read_gazetteer(b"")


def test_other_encodings_are_refused() -> None:
    """A file in another encoding is an error that names the line."""
    with pytest.raises(ValueError, match="line 4: the file is not written in UTF-8"):
        read_gazetteer(_table(BRUSSELS) + "\nLiège".encode("latin-1"))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever the file holds, the only error is a ValueError."""
    with pytest.raises(ValueError, match="gazetteer, line"):
        read_gazetteer(data)


def test_the_real_table_holds_every_postcode() -> None:
    """All 1146 Belgian postcodes are there, each inside the country and in one of eleven provinces."""
    areas = read_gazetteer(FILE.read_bytes())
    assert len(areas) == 1146
    assert len({area.province for area in areas}) == 11
    assert all(49.4 < area.point.latitude < 51.6 and 2.5 < area.point.longitude < 6.5 for area in areas)


def test_the_real_table_gives_credit() -> None:
    """The licence of the data asks for credit, and the file itself gives it."""
    head = FILE.read_text("utf-8").splitlines()[:8]
    for words in ("GeoNames", "CC BY 4.0", "2024-04"):
        assert any(line.startswith("#") and words in line for line in head)
