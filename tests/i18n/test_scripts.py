"""Typed letters offer a language, and never more than offer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n.locales import LANGUAGES
from bot.i18n.scripts import MOST_OFFERED, languages_written_like, script_of

ALL = tuple(LANGUAGES)


@pytest.mark.parametrize(
    ("words", "likeliest"),
    [
        ("лікар, будь ласка, її", "uk"),
        ("мы ищем врача", "ru"),
        ("زه ډاکټر غواړم", "ps"),
        ("مجھے ڈاکٹر چاہیے", "ur"),
        ("پزیشکم دەوێت", "ckb"),
        ("أحتاج إلى طبيبة", "ar"),
        ("ექიმი", "ka"),
    ],
)
def test_letters_of_one_language_put_it_first(words: str, likeliest: str) -> None:
    """Its own letters speak for it among the languages of its script."""
    assert languages_written_like(words, "en", ALL)[0] == likeliest


@pytest.mark.parametrize("words", ["doctor", "9bis", "112", "", "😀", "日本"])
def test_latin_letters_and_what_is_no_letter_of_ours_offer_nothing(words: str) -> None:
    """Whoever reads Arabic types a town in Latin letters too."""
    assert languages_written_like(words, "ar", ALL) == ()


def test_somebody_who_reads_the_script_already_is_offered_nothing() -> None:
    """A reader of Persian who types Persian is where they want to be."""
    assert languages_written_like("پناهندگی", "fa", ALL) == ()


@given(st.text(max_size=200), st.sampled_from(ALL))
def test_any_text_offers_few_languages_of_its_script(words: str, locale: str) -> None:
    """No text raises; what is offered is written like it."""
    offered = languages_written_like(words, locale, ALL)
    assert len(offered) <= MOST_OFFERED
    assert all(LANGUAGES[one].script == script_of(words) for one in offered)
