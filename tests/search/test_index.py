"""Typed words lead to steps."""

import gc
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import Library
from bot.search.index import _index_of, find_steps


@pytest.mark.parametrize(
    ("words", "flow"),
    [
        ("doctor", "urgent-medical-aid"),
        ("I need a lawyer", "legal-help"),
        ("pregnant", "urgent-medical-aid"),
        ("closed centre", "detention"),
        ("annex 13", "paper"),
        ("9ter", "options"),
        ("112", "emergency"),
        ("wages", "legal-help"),
        ("go back to my country", "assisted-return"),
        ("privacy", "trust"),
    ],
)
def test_ordinary_words_find_a_page_of_their_topic(library: Library, words: str, flow: str) -> None:
    """Among the five pages shown, one is of the right topic."""
    assert flow in {step.flow for step in find_steps(library, "en", words)}


def test_inflected_and_misspelt_words_are_forgiven(library: Library) -> None:
    """Three-letter pieces match what whole words would miss."""
    assert find_steps(library, "en", "doctors")[0].flow == "urgent-medical-aid"
    assert find_steps(library, "en", "detntion centre") != ()


@pytest.mark.parametrize("words", ["qqqxxyz", "", "  ", "!!!", "\N{GRINNING FACE}"])
def test_words_of_no_page_find_none(library: Library, words: str) -> None:
    """Better no answer than a made-up one."""
    assert find_steps(library, "en", words) == ()


@given(words=st.text(max_size=300))
def test_no_words_break_the_index(library: Library, words: str) -> None:
    """Quotes, operators and stars are words like others."""
    assert len(find_steps(library, "en", words)) <= 5


def test_an_index_goes_with_its_library(library: Library) -> None:
    """At once: the collector never looks at what a reload has put aside, and each index takes two megabytes."""
    gc.disable()
    try:
        copy = replace(library)
        connection = _index_of(copy, "en").connection
        del copy
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")
    finally:
        gc.enable()
