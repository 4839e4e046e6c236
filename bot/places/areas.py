"""Finding an area of the country by postcode, by name in any spelling, or by a point."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bot.content.gazetteer import Area
from bot.content.library import Library
from bot.content.model import Point
from bot.content.remembering import remembered
from bot.places.geography import distance
from bot.places.spelling import fold

MAX_WORDS = 60
"""Words looked at; nobody names a place after sixty words."""
LONGEST_NAME = 5
"""Words of the longest name looked for inside a sentence."""
KNOWN_TOWN = 20_000
"""Inhabitants from which a town is recognised inside a sentence, not only when typed alone."""
KNOWN_ALONE = 7_500
"""Inhabitants from which an everyday word that is a town's own name names it when typed alone (Landen, Herve)."""
FORGIVEN_TOWN = 10_000
"""Inhabitants from which a misspelt town is recognised."""
SHORT_TEXT = 4
"""Words up to which a text may be a misspelt town; a longer one is a sentence."""
LIKENESS = 0.85
"""How alike a misspelt word has to be: one wrong letter in seven."""
SYLLABIC_LIKENESS = 0.8
"""The same for the Ethiopic script, where a letter is a syllable: one in five."""
SHORTEST_WORD = 4
"""Letters from which a word is taken for a town inside a sentence, or for a misspelt one."""
SHORTEST_SYLLABIC = 3
"""The same for the Ethiopic script, where a letter is a syllable."""
SHORTEST_BEGINNING = 5
"""Letters from which the first words of a name are enough: "Braine", not "Pont"."""
ABBREVIATED = ("saint ", "sint ", "sankt ", "sainte ")

ORDINARY_WORDS = frozenset({
    "alle", "alter", "antenne", "appeals", "appels", "arbre", "as", "assen", "autre", "bande", "barry", "basse",
    "berg", "berge", "bergen", "bevel", "bevelen", "blank", "brabant", "bray", "brieven", "bruggen", "bury", "celles",
    "chapelle", "chaussee", "course", "courses", "court", "croix", "eine", "ever", "fall", "fontaine", "fore",
    "forest", "gages", "geel", "grand", "grande", "groot", "grune", "halen", "halle", "hamme", "haren", "haute",
    "herten", "herve", "heure", "hier", "hour", "hove", "humains", "jambes", "jette", "kapellen", "klein", "kleine",
    "komen", "laken", "landen", "leest", "leven", "lier", "ligne", "lives", "loon", "lot", "macon", "mal", "mall",
    "manage", "mark", "mater", "mean", "meer", "melden", "membre", "menen", "mensen", "mere", "moll", "mont", "my",
    "name", "namen", "notre", "nouvelles", "on", "outer", "paal", "petit", "petite", "pont", "proven", "putte",
    "queue", "rance", "recht", "saint", "sainte", "sankt", "sint", "somme", "stave", "tellen", "temse", "termes",
    "tienen", "trois", "vance", "vieux", "ville", "villers", "vorst", "wave", "waver", "ways", "werken", "wortel",
    "zele", "الان",
})  # fmt: skip
"""Everyday words that are also names. Inside a sentence or misspelt they are taken for the word; alone they
name a town (Namen, Forest), but not a village (Hour, Mere): that one is found by its postcode."""
YEARS = range(1960, 2040)
"""Inside a sentence a number like these is taken for a year: some postcodes of Antwerp look like years."""

_POSTCODE = re.compile(r"(?<!\d)[1-9]\d{3}(?!\d)")


class Gazetteer:
    """All areas, ready to be asked; where several fit, the most populous comes first."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._areas = tuple(areas)
        self._by_postcode = {area.postcode: area for area in self._areas}
        self._by_name: dict[str, list[Area]] = {}
        self._by_beginning: dict[str, list[Area]] = {}
        for area in sorted(self._areas, key=_by_population):
            for name in _spellings(area):
                _note(self._by_name, name, area)
                for beginning in _beginnings(name):
                    _note(self._by_beginning, beginning, area)
        for name, found in self._by_name.items():
            found.sort(key=lambda area: not _is_own_name(name, area))
        self._forgiven = [name for name, found in self._by_name.items() if _is_forgiven(name, found[0])]

    @property
    def provinces(self) -> tuple[str, ...]:
        """The ids of the provinces, in the order of their first postcodes."""
        return tuple(dict.fromkeys(area.province for area in self._areas))

    def get(self, postcode: str) -> Area | None:
        """Return the area of a postcode, or None if there is no such postcode."""
        return self._by_postcode.get(postcode)

    def nearest(self, point: Point) -> Area | None:
        """Return the area whose point is nearest, wherever that is; None only if there are no areas."""
        return min(self._areas, key=lambda area: (distance(point, area.point), area.postcode), default=None)

    def of_province(self, province: str) -> tuple[Area, ...]:
        """Return the places of a province, the most populous first, each under one postcode only."""
        inside = (area for area in self._areas if area.province == province)
        return _once(sorted(inside, key=_by_population))

    def find(self, words: str, limit: int = 5) -> tuple[Area, ...]:
        """Return the areas that somebody's words name, at most `limit`; nothing if they name none.

        A postcode anywhere in the words decides. Otherwise a name that is the whole text, then the names of
        towns inside it, then names that begin with it, then towns that it may be a misspelling of.
        """
        text = " ".join(fold(words).split()[:MAX_WORDS])
        for find in (self._find_postcodes, self._find_whole, self._find_inside, self._find_beginning):
            found = _once(find(text))
            if found:
                return found[:limit]
        return _once(self._find_misspelt(text))[:limit]

    def _find_postcodes(self, text: str) -> Iterator[Area]:
        is_sentence = len(text.split()) > SHORT_TEXT
        for postcode in _POSTCODE.findall(text):
            if postcode in self._by_postcode and not (is_sentence and int(postcode) in YEARS):
                yield self._by_postcode[postcode]

    def _find_whole(self, text: str) -> list[Area]:
        areas = self._by_name.get(text, [])
        return areas if text not in ORDINARY_WORDS else [area for area in areas if _is_known_as(text, area)]

    def _find_inside(self, text: str) -> Iterator[Area]:
        words = text.split()
        start = 0
        while start < len(words):
            for length in range(min(LONGEST_NAME, len(words) - start), 0, -1):
                name = " ".join(words[start : start + length])
                found = [area for area in self._by_name.get(name, ()) if _stands_out(name, area)]
                if found:
                    yield from found
                    start += length - 1
                    break
            start += 1

    def _find_beginning(self, text: str) -> list[Area]:
        return [] if text in ORDINARY_WORDS else self._by_beginning.get(text, [])

    def _find_misspelt(self, text: str) -> list[Area]:
        words = text.split()
        if len(words) > SHORT_TEXT:
            return []
        likeness: dict[Area, float] = {}
        for word in {text, *words} - ORDINARY_WORDS:
            for name, score in self._find_alike(word):
                for area in self._by_name[name]:
                    likeness[area] = max(score, likeness.get(area, 0.0))
        return sorted(likeness, key=lambda area: (-area.population, -likeness[area], area.postcode))

    def _find_alike(self, word: str) -> Iterator[tuple[str, float]]:
        """Find names that differ from a word by a letter in seven; its first letter must be right."""
        if len(word) < SHORTEST_WORD:
            return
        wanted = SYLLABIC_LIKENESS if _is_syllabic(word) else LIKENESS
        alike = process.extract_iter(
            word, self._forgiven, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=wanted
        )
        for name, score, _ in alike:
            if name[0] == word[0]:
                yield name, score


def _by_population(area: Area) -> tuple[int, str]:
    return -area.population, area.postcode


def _is_own_name(name: str, area: Area) -> bool:
    return any(name == fold(own) for own in area.names.values())


def _is_syllabic(name: str) -> bool:
    return "\u1200" <= name[0] <= "\u139f"


def _is_known_as(name: str, area: Area) -> bool:
    return area.population >= KNOWN_ALONE and _is_own_name(name, area)


def _note(index: dict[str, list[Area]], name: str, area: Area) -> None:
    areas = index.setdefault(name, [])
    if area not in areas:
        areas.append(area)


def _spellings(area: Area) -> Iterator[str]:
    for written in (*area.names.values(), *area.further):
        name = fold(written)
        if name:
            yield name
        for long in ABBREVIATED:
            if name.startswith(long):
                yield f"{'ste' if long == 'sainte ' else 'st'} {name[len(long) :]}"


def _beginnings(name: str) -> Iterator[str]:
    words = name.split()
    for length in range(1, len(words)):
        beginning = " ".join(words[:length])
        if len(beginning) >= SHORTEST_BEGINNING:
            yield beginning


def _is_forgiven(name: str, area: Area) -> bool:
    return area.population >= FORGIVEN_TOWN and len(name) >= SHORTEST_WORD and name not in ORDINARY_WORDS


def _stands_out(name: str, area: Area) -> bool:
    """Tell whether a name inside a sentence means the town: it is long or well known, and no plain word."""
    if " " in name:
        return len(name) >= 2 * SHORTEST_WORD
    shortest = SHORTEST_SYLLABIC if _is_syllabic(name) else SHORTEST_WORD
    return area.population >= KNOWN_TOWN and len(name) >= shortest and name not in ORDINARY_WORDS


def _once(areas: Iterable[Area]) -> tuple[Area, ...]:
    """Keep one area of those that bear the same names (Antwerp has seven postcodes)."""
    kept: dict[tuple[str, ...], Area] = {}
    for area in areas:
        kept.setdefault((area.province, *area.names.values()), area)
    return tuple(kept.values())


@remembered
def gazetteer_of(library: Library) -> Gazetteer:
    """Return the gazetteer of a library, built once."""
    return Gazetteer(library.areas)
