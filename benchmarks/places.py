"""`make bench`: the nearest of very many places, and the words that take longest to look up."""

import random
import statistics
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from bot.content.gazetteer import Area, read_gazetteer
from bot.content.model import Place, Point
from bot.places.areas import Gazetteer
from bot.places.nearest import Directory

ROOT = Path(__file__).parent.parent
SIZES = (1_000, 10_000, 100_000)
QUESTIONS = 200
FIRST_PAGE = 4
PAGES = 200
"""Places that a page of the bot asks for, to order them by more than distance."""
GOAL = 0.005
HOSTILE = {
    "one letter": "a" * 4096,
    "one ligature": "ﷺ" * 4096,
    "accents alone": "e" + "\u0301" * 4095,
    "the beginning of many names": "saint " * 682,
    "a town, again and again": "Luik " * 819,
    "postcodes": "9000 " * 819,
    "four long words": " ".join("antwerpenbruggegentleuven" * 40 for _ in range(4)),
    "four words that are nearly towns": "charlroi antwerpn bruxeles mechlen",
    "Ethiopic": "ኣንትዌርፐን" * 512,
}


def measure(action: Callable[[], object]) -> float:
    """Return the seconds that one call takes."""
    start = perf_counter()
    action()
    return perf_counter() - start


def scatter(areas: tuple[Area, ...], number: int, chance: random.Random) -> list[Place]:
    """Return made-up places of one kind, crowded where people are."""
    towns = chance.choices(areas, weights=[area.population + 1 for area in areas], k=number)
    return [
        Place.model_construct(
            id=f"place-{count}",
            name={"en": "Place"},
            kinds=("medical",),
            serves=(),
            point=_around(town.point, chance),
        )
        for count, town in enumerate(towns)
    ]


def _around(point: Point, chance: random.Random) -> Point:
    return Point(latitude=chance.gauss(point.latitude, 0.01), longitude=chance.gauss(point.longitude, 0.016))


def measure_nearest(areas: tuple[Area, ...]) -> None:
    """Print how long reading and asking take among more and more places."""
    chance = random.Random(4)  # noqa: S311 - the same places in every run; nothing is secret
    for size in SIZES:
        places = scatter(areas, size, chance)
        start = perf_counter()
        directory = Directory(places)
        built = perf_counter() - start
        print(f"{size:7} places: made ready in {built:5.2f} s, {built / size * 1e6:.1f} us each")
        points = [_around(area.point, chance) for area in chance.choices(areas, k=QUESTIONS)]
        for limit in (FIRST_PAGE, PAGES):
            times = sorted(measure(lambda: directory.nearest("medical", None, point, limit)) for point in points)  # noqa: B023 - called at once
            median, late = statistics.median(times), times[int(len(times) * 0.99)]
            print(f"  nearest {limit:3}: {median * 1e3:5.2f} ms at the median, {late * 1e3:.2f} ms at 99 %", end="; ")
            print(f"goal: under 5 ms at the median: {'met' if median < GOAL else 'MISSED'}")


def measure_words(areas: tuple[Area, ...]) -> None:
    """Print the slowest of the texts that somebody may send to make the bot slow."""
    start = perf_counter()
    gazetteer = Gazetteer(areas)
    print(f"gazetteer made ready in {perf_counter() - start:.2f} s")
    gazetteer.find("Luik")
    times = {name: measure(lambda: gazetteer.find(words)) for name, words in HOSTILE.items()}  # noqa: B023 - called at once
    slowest = max(times, key=times.__getitem__)
    print(f"slowest of {len(times)} hostile texts: {slowest}, {times[slowest] * 1e3:.1f} ms")


def main() -> None:
    """Measure everything; the goal is under 5 ms for each question."""
    areas = read_gazetteer((ROOT / "content" / "gazetteer.tsv").read_bytes())
    measure_nearest(areas)
    measure_words(areas)


if __name__ == "__main__":
    main()
