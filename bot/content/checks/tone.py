"""Tone: no text persuades, praises, frightens, promises, commands or blames."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.tone_words import is_pattern, make_finder
from bot.content.checks.written import Written, locate
from bot.content.issues import Issue, Mark, error, warning
from bot.content.tone import Tone, ToneExcuse, ToneWord, Why
from bot.i18n.locales import SOURCE_LOCALE

_DOES: Mapping[Why, str] = {
    "persuade": "pushes the reader towards one choice",
    "praise": "praises, as an advertisement does",
    "frighten": "frightens more than it informs",
    "promise": "promises what nobody here can keep",
    "command": "decides in the place of the reader",
    "blame": "blames or belittles people",
    "emotion": "says what to feel where a fact is wanted",
    "jargon": "is a word of offices that many readers do not know",
}


def check_words(inspection: Inspection) -> Iterator[Issue]:
    """No text has a word that persuades, praises, frightens, promises, commands or blames."""
    for group in inspection.groups:
        tone = inspection.reading.tones.get(group.locale)
        if tone is None:
            continue
        texts = [text for text in group.texts if text.kind != "keywords"]
        if not texts:
            continue
        finder = make_finder(tone, (written.text for written in texts))
        excused = {(excuse.text, _plain(excuse.word)) for excuse in tone.excuses}
        for written in texts:
            for fragment, word in finder.find(written.text):
                if (written.source.context, _plain(fragment)) not in excused:
                    yield _issue(inspection, written, fragment, word)


def check_excuses(inspection: Inspection) -> Iterator[Issue]:
    """Every excuse of a tone file still has a word to excuse."""
    library = inspection.library
    for locale, tone in inspection.reading.tones.items():
        for number, excuse in enumerate(tone.excuses):
            written = library.find_text(locale, excuse.text)
            is_untranslated = written is None and excuse.text in library.source_texts
            if is_untranslated or not inspection.is_whole:
                continue
            if written is None or not _stands_in(inspection, locale, excuse, written.text):
                mark = inspection.mark(f"tone:{locale}", "except", number, "word")
                sentence = f'"{excuse.word}" is excused in {excuse.text}, where no word of this file stands so.'
                mend = "Remove this excuse, or write the text and the word exactly as they are."
                yield warning(Code.TONE_EXCUSE, mark, sentence, mend)


def check_patterns(inspection: Inspection) -> Iterator[Issue]:
    """Every pattern of a tone file consists of words, and stands there once."""
    for locale, tone in inspection.reading.tones.items():
        key = ("patterns", locale, _file(inspection, locale))
        yield from inspection.reading.memo.recall(key, partial(_find_pattern_faults, inspection, locale, tone))


def _find_pattern_faults(inspection: Inspection, locale: str, tone: Tone) -> list[Issue]:
    found: list[Issue] = []
    counted = Counter(_plain(pattern) for word in tone.words for pattern in word.find)
    for number, word in enumerate(tone.words):
        for pattern in word.find:
            if not is_pattern(pattern):
                sentence = f'"{pattern}" would never be found.'
                mend = "Write plain words; a * may stand at the end of a word, for any ending."
                mark = _pattern_mark(inspection, locale, number, pattern)
                found.append(error(Code.TONE_PATTERN, mark, sentence, mend))
            elif counted[_plain(pattern)] > 1:
                sentence = f'"{pattern}" stands more than once in this file.'
                mark = _pattern_mark(inspection, locale, number, pattern)
                found.append(error(Code.TONE_TWICE, mark, sentence, "Keep one of them."))
    return found


def check_locales(inspection: Inspection) -> Iterator[Issue]:
    """Every tone file is for a language of the bot."""
    for locale in inspection.reading.tones:
        if locale not in {*inspection.library.locales, SOURCE_LOCALE}:
            mark = inspection.mark(f"tone:{locale}")
            sentence = f'The bot does not speak "{locale}", so this file is never used.'
            mend = f"Name it after one of its languages: {', '.join(inspection.library.locales)}."
            yield error(Code.TONE_LOCALE, mark, sentence, mend)


def _stands_in(inspection: Inspection, locale: str, excuse: ToneExcuse, text: str) -> bool:
    tone = inspection.reading.tones[locale]
    found = inspection.reading.memo.recall(
        ("excused", _file(inspection, locale), text),
        lambda: {_plain(fragment) for fragment, _ in make_finder(tone, [text]).find(text)},
    )
    return _plain(excuse.word) in found


def _file(inspection: Inspection, locale: str) -> bytes:
    return inspection.reading.files.get(f"tone/{locale}.yaml", b"")


def _pattern_mark(inspection: Inspection, locale: str, number: int, pattern: str) -> Mark:
    return locate(inspection.reading, inspection.mark(f"tone:{locale}", "words", number, "find"), pattern)


def _issue(inspection: Inspection, written: Written, fragment: str, word: ToneWord) -> Issue:
    make = error if written.locale == SOURCE_LOCALE else warning
    sentence = f'"{" ".join(fragment.split())}" {_DOES[word.why]}.'
    excuse = f"If it is right here, add it with its reason in tone/{written.locale}.yaml under except."
    mend = f"{word.instead.rstrip('.')}. {excuse}"
    return make(Code.TONE_WORD, locate(inspection.reading, written.mark, fragment), sentence, mend)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
