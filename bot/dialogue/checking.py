"""Everything that can be said against the content: files, entries, places, finished pages and talks."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from bot.content.audio import Sounds
from bot.content.checks.all_checks import run_checks
from bot.content.checks.codes import Code
from bot.content.checks.filling import longest_filled
from bot.content.checks.inspection import Inspection, make_inspection
from bot.content.issues import Issue, error, has_errors
from bot.content.library import Library
from bot.content.memo import Memo, uncollected
from bot.content.model import Flow, Step
from bot.content.phrases import Phrase, placeholders
from bot.content.reader import GAZETTEER_FILE, Reading, read_content
from bot.content.sign_offs import ROLE_LIMIT
from bot.content.texts import step_context
from bot.dialogue.inputs import Pressed
from bot.dialogue.position import Act, home
from bot.dialogue.respond import respond
from bot.dialogue.talk_runner import NOON, run_talk
from bot.dialogue.words import CARD_LOCALES
from bot.i18n.locales import SOURCE_LOCALE
from bot.places.checks import PLACE_CHECKS

MESSAGE_LIMIT = 4096
"""Characters of a message that Telegram takes."""
_STATE_PHRASES = (
    Phrase.DRAFT,
    Phrase.SIGNED_OFF,
    Phrase.SOURCE_DATED,
    Phrase.SOURCE_UNDATED,
    Phrase.SOURCE_CHECKED,
    Phrase.OVERDUE,
    Phrase.OUTDATED,
    Phrase.MACHINE,
    Phrase.MISSING,
    Phrase.WITHHELD,
)
"""What may stand under a page, or in its place."""


class Checking:
    """Checks content again and again; keeps what it found, so that a check after one edit takes a moment.

    Not for two threads at once. What it says is always what `check_content` says of a fresh reading of the same files.
    """

    def __init__(self) -> None:
        self._memo = Memo()
        self.reading = Reading()
        """The last reading: where entries stand, which could not be read."""

    def check(
        self, files: Mapping[str, bytes], sounds: Sounds | None = None, today: date | None = None
    ) -> tuple[Library | None, list[Issue]]:
        """Return the library (None if bot.yaml is unusable) and all issues of these files, by file and line.

        A library is there even if there are errors; whether it may be shown, `has_errors` tells.

        Args:
            files: path below the content folder, with forward slashes -> bytes.
            sounds: what is known of the files of sound, by the same paths.
            today: the day to compare dates with; None leaves out everything that depends on a clock.
        """
        with uncollected():
            self.reading = read_content(files, sounds, self._memo)
            issues = check_content(self.reading, today)
            self._memo.end_round()
        return self.reading.library, issues


def check_content(reading: Reading, today: date | None = None) -> list[Issue]:
    """Return all issues of the content, by file and line.

    Pages are rendered and talks played only when nothing else is an error: they would stumble over it again.

    Args:
        reading: the content as it was read.
        today: the day to compare dates with; None leaves out everything that depends on a clock.
    """
    issues = list(reading.issues)
    if reading.library is not None:
        inspection = make_inspection(reading, reading.library, today)
        issues += run_checks(inspection)
        issues += check_places(inspection)
        if not has_errors(issues):
            issues += [*check_messages(inspection), *check_talks(inspection)]
    return sorted(issues, key=lambda issue: (issue.mark.file, issue.mark.line, issue.mark.column, issue.code))


def check_places(inspection: Inspection) -> tuple[Issue, ...]:
    """Return what is wrong with places; looked at again only if they, or what they name, have changed."""
    files = inspection.reading.files
    wanted = ("bot.yaml", GAZETTEER_FILE, *(file for file in files if file.startswith("places/")))
    key = ("places", inspection.today, *((file, files.get(file)) for file in wanted))
    return inspection.reading.memo.recall(
        key, lambda: tuple(issue for check in PLACE_CHECKS for issue in check(inspection))
    )


def check_messages(inspection: Inspection) -> Iterator[Issue]:
    """Every finished page, with its card and the lines on its state, fits into one message."""
    library = inspection.library
    now = datetime.combine(library.content_date, NOON)
    for step, locale in _long_pages(inspection):
        position = replace(home(locale), act=Act.STEP, thing=f"step:{step.id}")
        length = len(respond(library, position, Pressed(), now).message.words)
        if length > MESSAGE_LIMIT:
            sentence = f'The page "{step.title}" has {length} characters in "{locale}"; '
            sentence += f"Telegram takes {MESSAGE_LIMIT}, with the card in Dutch and French."
            mark = inspection.mark(f"step:{step.id}", "text")
            yield error(Code.LIMIT_MESSAGE, mark, sentence, "Split it into two pages.")


def _long_pages(inspection: Inspection) -> Iterator[tuple[Step, str]]:
    """Yield the pages that could be too long, with their language: nearly all are so short that none needs to be made.

    A text that is missing is shown in another language, or not at all; so the English counts for it too.
    """
    library, memo = inspection.library, inspection.reading.memo
    keys = {(group.locale, group.domain): group.key for group in inspection.groups}
    facts = {step.id: _longest_fact(library, step) for step in library.steps.values()}
    for locale in library.locales:
        frame = _longest_frame(library, locale)
        for flow in library.flows.values():
            key = ("page-sizes", *(keys.get((one, flow.flow)) for one in (SOURCE_LOCALE, locale, *CARD_LOCALES)))
            for step, letters, names in memo.recall(key, partial(_page_sizes, library, flow, locale)):
                if frame + letters + names * facts[step] > MESSAGE_LIMIT:
                    yield library.steps[step], locale


def _page_sizes(library: Library, flow: Flow, locale: str) -> list[tuple[str, int, int]]:
    """Return each page of a flow with the letters that it has at most in a language, and the names of facts."""
    english = library.texts[SOURCE_LOCALE]
    sizes: list[tuple[str, int, int]] = []
    for step in flow.steps.values():
        letters, names = 0, 0
        for one in (locale, *CARD_LOCALES) if step.card else (locale,):
            known = library.texts.get(one, english)
            for context in (step_context(step, "title"), step_context(step, "text")):
                texts = (english[context].text, known[context].text)
                letters += max(map(len, texts))
                names += max(text.count("{") for text in texts)
        sizes.append((step.id, letters, names))
    return sizes


def _longest_fact(library: Library, step: Step) -> int:
    """Return how many characters a fact of a page has at most."""
    return max((longest_filled(library, f"{{{name}}}") for name in placeholders(step.text + step.title)), default=0)


def _longest_frame(library: Library, locale: str) -> int:
    """Return how many characters the bot itself adds to a page at most: on its state, each with a role or a day."""
    phrases = (library.text(locale, f"interface.{phrase}") for phrase in _STATE_PHRASES)
    return sum(len(phrase) + ROLE_LIMIT for phrase in phrases)


def check_talks(inspection: Inspection) -> Iterator[Issue]:
    """Every talk still holds."""
    for talk in inspection.library.talks:
        yield from run_talk(inspection.library, talk)
