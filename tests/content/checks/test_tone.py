"""What tone checks say, how gravely, and when they keep silent."""

from bot.content.checks.codes import Code
from bot.content.issues import Issue, Severity
from bot.content.reader import Reading
from tests.content.sample import Files, issues_of, planted, sample_files, with_catalogue_text

HELP = "flows/help.yaml"
FREE = "It is free."


def _tone(files: Files) -> list[Issue]:
    return [issue for issue in issues_of(files) if issue.code.startswith("tone-")]


def test_a_word_in_english_is_an_error_that_quotes_it_and_says_what_to_write() -> None:
    (issue,) = _tone(planted(HELP, FREE, "It is free, you\n      should ask."))
    assert issue.severity is Severity.ERROR
    assert issue.sentence == '"you should" pushes the reader towards one choice.'
    assert issue.mend.startswith("Say who decides. ")


def test_a_word_in_a_translation_is_a_warning() -> None:
    (issue,) = _tone(with_catalogue_text("help.start.title", "نص للأسف"))
    assert issue.severity is Severity.WARNING


def test_words_that_people_type_may_be_any() -> None:
    assert _tone(planted(HELP, "keywords: emergency, ambulance", "keywords: unfortunately, you should")) == []


def test_a_language_without_a_file_has_no_words() -> None:
    files = with_catalogue_text("help.start.title", "نص للأسف")
    del files["tone/ar.yaml"]
    assert _tone(files) == []


def test_an_excuse_covers_its_own_text_only() -> None:
    (issue,) = _tone(planted(HELP, FREE, "Somebody decided."))
    assert issue.code == Code.TONE_WORD


def test_an_excuse_for_a_text_that_is_not_translated_yet_keeps_silent() -> None:
    files = with_catalogue_text("help.start.title", "")
    excuse = "except: [{text: help.start.title, word: للأسف, reason: A name.}]\n"
    assert _tone(files | {"tone/ar.yaml": files["tone/ar.yaml"] + excuse.encode()}) == []


def test_an_excuse_for_a_flow_that_cannot_be_read_keeps_silent() -> None:
    assert _tone(planted("flows/paper.yaml", "sensitivity: red", "sensitivity: orange")) == []


def test_a_key_that_does_not_exist_is_answered_with_the_nearest_one() -> None:
    files = planted("tone/en.yaml", "instead: State", "insted: State")
    assert 'Did you mean "instead"?' in {issue.mend for issue in issues_of(files)}


def test_a_tone_file_that_yaml_cannot_read_is_reported_once() -> None:
    files = sample_files() | {"tone/en.yaml": b"\twords:\n"}
    assert [issue.code for issue in issues_of(files)] == [Code.YAML_TAB]


def test_each_shipped_language_with_a_file_has_a_deep_one(shipped_reading: Reading) -> None:
    sizes = {locale: len(tone.words) for locale, tone in shipped_reading.tones.items()}
    assert set(sizes) == {"en", "nl", "fr", "ar"}
    assert sizes.pop("en") >= 60
    assert min(sizes.values()) >= 40
