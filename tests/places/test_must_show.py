"""From every province and from names in six scripts: the right area, return desk, doctor and welfare centre.

The right ones are judged by hand from the directory: a return desk and a doctor by distance, a social welfare
centre by its municipality; where the directory has none for it, the nearest known one.
"""

import unicodedata
from datetime import datetime

import pytest

from bot.content.gazetteer import Area
from bot.content.model import Place, Point
from bot.places.areas import Gazetteer
from bot.places.hours import BRUSSELS
from bot.places.nearest import Directory
from bot.places.wishes import Asking, arrange

NIGHT = datetime(2026, 11, 24, 3, tzinfo=BRUSSELS)
"""No desk is open, so that the order does not depend on hours."""
LANGUAGE = "xx"
"""Nobody's language, for the same reason."""
KINDS = {"return-desk": True, "medical": False, "social-welfare": True}
"""The kinds asked for, and whether the one that serves the municipality comes first (content/bot.yaml)."""
RIGHT = {
    "1000": ("fedasil-return-desk-brussels", "alias-brussels", "cpas-bruxelles-ville"),
    "1030": ("fedasil-return-desk-brussels", "le-meridien-ssm", "cpas-schaerbeek"),
    "1080": ("fedasil-return-desk-brussels", "goujonissimo", "cpas-molenbeek"),
    "1300": ("fedasil-return-desk-brussels", "ulysse-ssm", "cpas-ottignies-lln"),
    "2000": ("fedasil-return-desk-antwerp", "mdm-cozo-antwerp", "ocmw-antwerpen-plein"),
    "2800": ("fedasil-return-desk-antwerp", "humanitarian-hub-brussels", "sociaal-huis-mechelen"),
    "3000": ("fedasil-return-desk-brussels", "le-meridien-ssm", "ocmw-leuven"),
    "3500": ("fedasil-return-desk-liege", "cass-liege", "ocmw-hasselt"),
    "4000": ("fedasil-return-desk-liege", "tabane-liege", "cpas-liege"),
    "4800": ("fedasil-return-desk-liege", "tabane-liege", "cpas-verviers"),
    "5000": ("fedasil-return-desk-charleroi", "cinl-namur-luxembourg", "cpas-namur"),
    "6000": ("fedasil-return-desk-charleroi", "cinl-namur-luxembourg", "charleroi-urgence-sociale"),
    "6700": ("fedasil-return-desk-liege", "tabane-liege", "cpas-verviers"),
    "7000": ("fedasil-return-desk-charleroi", "goujonissimo", "cpas-mons"),
    "8000": ("fedasil-return-desk-ghent", "de-fontein-ghent", "sociaal-huis-brugge"),
    "8400": ("fedasil-return-desk-ghent", "de-fontein-ghent", "sociaal-huis-oostende"),
    "8500": ("fedasil-return-desk-ghent", "de-fontein-ghent", "ocmw-kortrijk"),
    "9000": ("fedasil-return-desk-ghent", "de-fontein-ghent", "ocmw-gent"),
}
POINTS = {
    "brussels": (50.8467, 4.3525, "1000"),
    "antwerp": (51.2213, 4.4051, "2000"),
    "limburg": (50.9307, 5.3325, "3500"),
    "east-flanders": (51.0543, 3.7174, "9000"),
    "west-flanders": (51.2093, 3.2247, "8000"),
    "flemish-brabant": (50.8798, 4.7005, "3000"),
    "walloon-brabant": (50.7172, 4.6118, "1300"),
    "hainaut": (50.4108, 4.4446, "6000"),
    "liege": (50.6326, 5.5797, "4000"),
    "luxembourg": (49.6837, 5.8164, "6700"),
    "namur": (50.4674, 4.8720, "5000"),
}
NAMES = {
    "Latin": "Luik=4000 Bruges=8000 Namen=5000 Schaerbeek=1030",
    "Latin, mistyped": "Antwrepen=2000 Charlerio=6000",
    "Cyrillic": "Льеж=4000 Гент=9000 Левен=3000 Остенде=8400",
    "Cyrillic, mistyped": "Антверпн=2000 Брюсель=1000",
    "Arabic": "بروكسل=1000 أنفرس=2000 لييج=4000 نامور=5000",
    "Arabic, mistyped": "شارلوا=6000 مولنبييك=1080",
    "Georgian": "ბრიუსელი=1000 გენტი=9000 მონსი=7000 ვერვიე=4800",
    "Georgian, mistyped": "ანტვერპენნი=2000 შარლერა=6000",
    "Ethiopic": "ብሩጅ=8000 ጌንት=9000 መኸለን=2800 ሊዬጅ=4000",
    "Ethiopic, mistyped": "ብራስልልስ=1000 ኣንትዌርፕን=2000",
    "Armenian": "Լիեժ=4000 Գենտ=9000 Մեխելեն=2800 Լյովեն=3000",
    "Armenian, mistyped": "Անտվերպն=2000 Շարլրուա=6000",
}
ARABIC_OF_OTHERS = {
    "Persian and Kurdish": "گنت=9000 بروکسل=1000 کورتریک=8500 هاسێلت=3500",
    "Persian and Kurdish, mistyped": "شارلرووا=6000 آنتوورپ=2000",
}
"""More names: the same script with letters that Arabic does not have."""


def _pairs(lines: dict[str, str]) -> list[tuple[str, ...]]:
    return [(script, *pair.split("=")) for script, line in lines.items() for pair in line.split()]


TYPED = _pairs(NAMES)


def _first_of_each(places: tuple[Place, ...], area: Area, point: Point | None) -> tuple[str, ...]:
    directory, asking = Directory(places), Asking(LANGUAGE, NIGHT)
    found = (
        arrange(directory.nearest(kind, area, point, 200), asking, is_competent=is_competent)
        for kind, is_competent in KINDS.items()
    )
    return tuple(one[0].place.id for one in found)


def test_the_table_is_as_long_as_promised() -> None:
    """Six scripts with six names each, twelve of them mistyped; ten provinces and Brussels."""
    mistyped = [name for script, name, _ in TYPED if "mistyped" in script]
    assert (len(TYPED), len(mistyped), len(POINTS)) == (36, 12, 11)
    written = {(script.split(",")[0].upper(), unicodedata.name(name[0]).split()[0]) for script, name, _ in TYPED}
    assert len(written) == 6
    assert all(said == letter for said, letter in written)


@pytest.mark.parametrize("province", POINTS)
def test_a_point_in_each_province_finds_the_right_places(
    gazetteer: Gazetteer, places: tuple[Place, ...], province: str
) -> None:
    """A shared point leads to its area, and from there to desk, doctor and welfare centre."""
    latitude, longitude, postcode = POINTS[province]
    point = Point(latitude=latitude, longitude=longitude)
    area = gazetteer.nearest(point)
    assert area is not None
    assert (area.postcode, area.province) == (postcode, province)
    assert _first_of_each(places, area, point) == RIGHT[postcode]


@pytest.mark.parametrize(("script", "name", "postcode"), TYPED + _pairs(ARABIC_OF_OTHERS))
def test_a_typed_name_finds_the_right_places(
    gazetteer: Gazetteer, places: tuple[Place, ...], script: str, name: str, postcode: str
) -> None:
    """A name in any script, with a typing error or without, leads to the same places as the town."""
    found = gazetteer.find(name)
    assert found, f"{script}: nothing found"
    assert found[0].postcode == postcode
    assert _first_of_each(places, found[0], None) == RIGHT[postcode]
