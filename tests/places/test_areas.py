import math
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.gazetteer import Area
from bot.content.model import Point
from bot.places.areas import Gazetteer

SPELLINGS = {
    "4000": "Luik Liège liege LIEGE Luttich Lüttich Luettich لييج لیژ Льеж Льєж ሊዬጅ ლიეჟი Լիեժ Լյեժ Leige",
    "9000": "Gent Gand Ghent GENT Гент غنت گنت ጌንት გენტი",
    "1000": "Bruxelles Brussel Brussels Brüssel Brusel بروكسل بروکسل Брюссель ብራስልስ ბრიუსელი Բրյուսել Բրուսել",
    "2000": "Antwerpen Anvers Antwerp Antwrpen أنتويرب انتورپ Антверпен ኣንትዌርፐን",
    "6000": "Charleroi charlroi Charleroy شارلروا Шарлеруа ሻርለርዋ",
    "1080": "molenbeek Molenbeek-Saint-Jean Sint-Jans-Molenbeek مولنبيك ሞለንቤክ",
    "1060": "St-Gilles st.gilles Saint-Gilles",
    "8000": "Brugge Bruges Brügge Bruge Брюгге ብሩጅ",
}
ORDINARY = {
    "en": "doctor lawyer papers help money sleep uncle every fever court letter name order leave",
    "nl": "dokter advocaat papieren hulp geld slapen mensen leven dienst maken bevel nemen werken meer",
    "fr": "médecin avocat papiers aide argent dormir piège linge grand mère heure vie recours mal",
    "ar": "طبيب محامي أوراق مساعدة مال نوم ناس حياة خدمة الآن لاكن عمل",
    "ti": "ሓኪም ጠበቓ ወረቐት ሓገዝ ገንዘብ ድቃስ ሰባት ህይወት ኣገልግሎት ሕጂ ስራሕ ስም",
}
SENTENCES = (
    "I need help",
    "I need a doctor",
    "where is the court",
    "I came in 2018 and have no papers",
    "I sleep in the forest",
    "ik heb recht op hulp",
    "ik wil geen namen geven",
    "bevel om het grondgebied te verlaten",
    "j'ai mal aux dents",
    "j'ai 20 ans",
    "je veux rentrer au pays",
    "أحتاج إلى محام",
    "أنا مريض",
    "ሓኪም የድልየኒ ኣሎ",
)


def _first(gazetteer: Gazetteer, words: str) -> str | None:
    found = gazetteer.find(words)
    return found[0].postcode if found else None


@pytest.mark.parametrize(
    ("postcode", "spelling"), [(code, word) for code, words in SPELLINGS.items() for word in words.split()]
)
def test_a_town_is_found_in_any_spelling(gazetteer: Gazetteer, postcode: str, spelling: str) -> None:
    """Other languages, other scripts and small mistakes lead to the same town."""
    assert _first(gazetteer, spelling) == postcode


@pytest.mark.parametrize("word", [word for words in ORDINARY.values() for word in words.split()])
def test_an_ordinary_word_is_no_town(gazetteer: Gazetteer, word: str) -> None:
    """Everyday words of five languages find no town, however alike they are."""
    assert gazetteer.find(word) == ()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_ordinary_sentence_names_no_town(gazetteer: Gazetteer, sentence: str) -> None:
    """A sentence about something else finds no town."""
    assert gazetteer.find(sentence) == ()


@pytest.mark.parametrize(
    ("words", "postcodes"),
    [
        ("9000 Gent", ["9000"]),
        ("B-9000", ["9000"]),
        ("my house is in 4020 Liège, I think", ["4020"]),
        ("٩٠٠٠", ["9000"]),
        ("2018", ["2018"]),
        ("I have lived in 2060 Antwerpen for years", ["2060"]),
        ("4000 or 9000", ["4000", "9000"]),
        ("I live in Ghent", ["9000"]),
        ("في بروكسل", ["1000"]),
        ("ኣብ ጌንት", ["9000"]),
        ("ik woon in Schaarbeek en werk in Elsene", ["1030", "1050"]),
        ("je suis à La Louvière", ["7100"]),
        ("je suis à Louvain-la-Neuve", ["1348"]),
        ("Namen", ["5000"]),
        ("Forest", ["1190"]),
        ("Landen", ["3400"]),
        ("Outer", []),
        ("andere landen", []),
        ("Bressoux", ["4020"]),
        ("9999", []),
        ("0470123456", []),
        ("", []),
        ("?!", []),
    ],
)
def test_words_name_areas(gazetteer: Gazetteer, words: str, postcodes: list[str]) -> None:
    """A postcode anywhere decides; otherwise the towns named, alone or in a sentence."""
    assert [area.postcode for area in gazetteer.find(words)] == postcodes


def test_a_name_of_several_towns_finds_the_largest_first(gazetteer: Gazetteer) -> None:
    """The beginning of several names finds them by population, at most as many as asked."""
    found = gazetteer.find("Braine", limit=2)
    assert [area.name() for area in found] == ["Braine-l'Alleud", "Braine-le-Comte"]


def test_a_place_called_so_comes_before_a_village_called_so(gazetteer: Gazetteer) -> None:
    """Beveren is the town Beveren before a village inside the larger Roeselare."""
    assert _first(gazetteer, "Beveren") == "9120"


def test_population_comes_before_likeness(gazetteer: Gazetteer) -> None:
    """Of two towns that a misspelt word may mean, the larger one is offered first."""
    populations = [area.population for area in gazetteer.find("Mechlen")]
    assert len(populations) > 1
    assert populations == sorted(populations, reverse=True)


def test_the_first_letter_of_a_misspelt_town_is_right(gazetteer: Gazetteer) -> None:
    """A word that differs in its first letter is another word."""
    assert gazetteer.find("Lortrijk") == ()
    assert _first(gazetteer, "Kortrjik") == "8500"


def test_a_name_without_letters_is_never_found() -> None:
    """A further name that is only a sign does not answer signs."""
    point = Point(latitude=51, longitude=4)
    odd = Area("9000", {"nl": "Gent"}, "east-flanders", point, 265086, ("?",), ("nl",))
    assert Gazetteer((odd,)).find("!") == ()
    assert Gazetteer((odd,)).find("Gent") == (odd,)


def test_a_town_with_many_postcodes_is_offered_once(gazetteer: Gazetteer) -> None:
    """Antwerp has seven postcodes; a list of seven equal names would help nobody."""
    names = [area.name() for area in gazetteer.of_province("antwerp")]
    assert names[0] == "Antwerpen"
    assert names.count("Antwerpen") == 1


def test_a_province_lists_its_places_by_population(gazetteer: Gazetteer) -> None:
    """The largest places of each province come first, and every province has some."""
    assert len(gazetteer.provinces) == 11
    for province in gazetteer.provinces:
        areas = gazetteer.of_province(province)
        assert {area.province for area in areas} == {province}
        assert [area.population for area in areas] == sorted((a.population for a in areas), reverse=True)
    assert gazetteer.of_province("atlantis") == ()


def test_a_postcode_is_known_or_not(gazetteer: Gazetteer) -> None:
    """An unknown postcode is None, not an error: it may come from an old button."""
    area = gazetteer.get("9000")
    assert area is not None
    assert area.name() == "Gent"
    assert gazetteer.get("9999") is None


@pytest.mark.parametrize(
    ("latitude", "longitude", "province"),
    [(51.0543, 3.7174, "east-flanders"), (50.6326, 5.5797, "liege"), (49.6837, 5.8164, "luxembourg")],
)
def test_a_point_lies_in_the_nearest_area(
    gazetteer: Gazetteer, latitude: float, longitude: float, province: str
) -> None:
    """A point in Ghent, Liège and Arlon lies in their provinces."""
    area = gazetteer.nearest(Point(latitude=latitude, longitude=longitude))
    assert area is not None
    assert area.province == province


def test_a_point_that_is_no_number_breaks_nothing(gazetteer: Gazetteer) -> None:
    """A broken point gives some area, always the same one."""
    broken = Point.model_construct(latitude=math.nan, longitude=math.inf)
    assert gazetteer.nearest(broken) == gazetteer.get("1000")


def test_an_empty_gazetteer_finds_nothing() -> None:
    """Without areas there is nothing near, nothing to find and no province."""
    empty = Gazetteer(())
    assert empty.nearest(Point(latitude=50, longitude=4)) is None
    assert (empty.find("Gent"), empty.provinces) == ((), ())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text(max_size=4096), limit=st.integers(0, 10))
def test_any_text_is_answered(gazetteer: Gazetteer, words: str, limit: int) -> None:
    """Whatever somebody types, finding gives at most as many areas as asked, and never an error."""
    assert len(gazetteer.find(words, limit)) <= limit


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text(alphabet="LuikGentНамюрلييجگنتሊዬጅგენტიԼևեն 0123459۹٩'-\u0301\u200c\u0640", max_size=4096))
def test_any_mixture_of_scripts_is_answered(gazetteer: Gazetteer, words: str) -> None:
    """Letters, digits and marks of names, shuffled, never raise an error."""
    assert len(gazetteer.find(words)) <= 5


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(latitude=st.floats(), longitude=st.floats() | st.sampled_from([180.0, -180.0, 179.9999]))
def test_any_point_has_an_area(gazetteer: Gazetteer, latitude: float, longitude: float) -> None:
    """No number, pole or date line included, is without a nearest area."""
    assert gazetteer.nearest(Point.model_construct(latitude=latitude, longitude=longitude)) is not None


@pytest.mark.parametrize("words", ["a" * 4096, "saint " * 680, "ﷺ" * 4096, "Luik " * 800, "é\u0301" * 2048])
def test_a_long_text_takes_no_time(gazetteer: Gazetteer, words: str) -> None:
    """The longest message Telegram allows is answered in a blink, whatever it repeats."""
    begun = time.perf_counter()
    gazetteer.find(words)
    assert time.perf_counter() - begun < 0.5
