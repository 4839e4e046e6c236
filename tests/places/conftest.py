"""The real gazetteer and the real places, read once."""

from pathlib import Path

import pytest

from bot.content.gazetteer import read_gazetteer
from bot.content.marks import read_yaml
from bot.content.model import Place
from bot.places.areas import Gazetteer

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer(read_gazetteer((CONTENT / "gazetteer.tsv").read_bytes()))


@pytest.fixture(scope="session")
def places() -> tuple[Place, ...]:
    found: list[Place] = []
    for file in sorted((CONTENT / "places").glob("*.yaml")):
        node, issues = read_yaml(file.name, file.read_bytes())
        assert node is not None, issues
        found += [Place.model_validate({"id": key, **entry}) for key, entry in node.plain().items()]
    return tuple(found)
