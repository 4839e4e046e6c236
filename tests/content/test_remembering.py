"""What is worked out for a library goes with it."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from bot.content import remembering
from bot.content.library import Library
from bot.content.remembering import remembered
from tests.content.sample import library_of, sample_files


@pytest.fixture
def without_collector() -> Iterator[None]:
    """What goes then, goes because nobody holds it."""
    gc.disable()
    yield
    gc.enable()


def test_a_value_is_worked_out_once_for_each_library_and_argument() -> None:
    """Two libraries have two answers."""
    asked: list[str] = []

    @remembered
    def shout(library: Library, word: str) -> str:
        asked.append(word)
        return f"{library.bot.name} {word}"

    one, other = library_of(sample_files()), library_of(sample_files())
    assert {shout(one, "a"), shout(one, "a"), shout(other, "a")} == {"Sample a"}
    assert shout(one, "b") == "Sample b"
    assert asked == ["a", "a", "b"]


@pytest.mark.usefixtures("without_collector")
def test_a_library_that_nobody_uses_is_gone_at_once() -> None:
    """A reload must not add a library to the memory."""

    @remembered
    def names(library: Library) -> list[str]:
        return list(library.steps)

    library = library_of(sample_files())
    former = ref(library)
    assert names(library)
    del library
    assert former() is None


def test_a_full_store_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Values can depend on the day, and a bot runs for years."""
    monkeypatch.setattr(remembering, "LIMIT", 2)
    asked: list[int] = []

    @remembered
    def double(library: Library, number: int) -> int:
        del library
        asked.append(number)
        return 2 * number

    library = library_of(sample_files())
    assert [double(library, number) for number in (1, 2, 1, 3, 3, 1)] == [2, 4, 2, 6, 6, 2]
    assert asked == [1, 2, 3, 1]
