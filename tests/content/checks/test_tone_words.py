import pytest

from bot.content.checks.tone_words import is_pattern, make_finder
from bot.content.tone import Tone, ToneWord


def found(text: str, *patterns: str, prefixes: tuple[str, ...] = ()) -> list[str]:
    """Return what is found of these patterns in a text."""
    words = (ToneWord(find=patterns, why="emotion", instead="Leave it out."),)
    return [fragment for fragment, _ in make_finder(Tone(prefixes=prefixes, words=words), [text]).find(text)]


@pytest.mark.parametrize(
    ("text", "pattern", "expected"),
    [
        ("Just go.", "just", ["Just"]),
        ("Justice and adjust.", "just", []),
        ("It is _just_ so, **just** so.", "just", ["just", "just"]),
        ("Désolé, dit-il.", "désolé", ["Désolé"]),
        ("Désolés tous.", "désolé", []),
        ("Désolés tous.", "désolé*", ["Désolés"]),
        ("Don’t worry.", "don't worry", ["Don’t worry"]),
        ("Don't\nworry.", "don't worry", ["Don't\nworry"]),
        ("Call {phone.just}.", "just", []),
        ("It is just-so.", "just", ["just"]),
        ("That is, e.g. this.", "e.g.", ["e.g."]),
        ("İstanbul is great.", "great", ["great"]),
    ],
)
def test_a_pattern_finds_whole_words_in_any_case(text: str, pattern: str, expected: list[str]) -> None:
    assert found(text, pattern) == expected


@pytest.mark.parametrize("text", ["للأسف", "للاسف", "وللأسف", "لِلأَسَفِ", "للأســف", "فللأسف"])
def test_arabic_is_found_with_prefixes_and_with_or_without_vowel_signs(text: str) -> None:
    assert found(f"هذا {text}، نعم", "للأسف", prefixes=("و", "ف", "ال")) == [text]


def test_an_arabic_word_inside_another_is_not_found() -> None:
    assert found("ندمان وتقدم عِندمُ", "ندم", prefixes=("و", "ت")) == []


def test_of_two_patterns_that_begin_alike_the_longer_is_found() -> None:
    assert found("You should return soon.", "you should", "you should return") == ["You should return"]


def test_a_text_without_any_of_the_words_has_none() -> None:
    assert found("A lawyer reads the paper.", "just", "so sorry") == []


@pytest.mark.parametrize(
    "pattern", ["just", "don't worry", "convinc*", "e.g.", "and/or", "win-win", "لِلأسف", "mort*s*"]
)
def test_words_with_a_star_at_their_end_are_a_pattern(pattern: str) -> None:
    assert is_pattern(pattern) is (pattern != "mort*s*")


@pytest.mark.parametrize("pattern", ["", " ", "*", "*ly", "(just)", "just|only", "^just", "a  [b]"])
def test_anything_else_is_no_pattern(pattern: str) -> None:
    assert not is_pattern(pattern)
