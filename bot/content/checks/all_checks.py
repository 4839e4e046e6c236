"""Every check of the content, in one list."""

from collections.abc import Callable, Iterable
from datetime import date

from bot.content.checks import (
    answers,
    audio,
    bot_file,
    care,
    counter,
    dates,
    evidence,
    ids,
    languages,
    limits,
    links,
    placeholders,
    prose,
    reach,
    readability,
    styles,
    terms,
    tone,
)
from bot.content.checks.inspection import Inspection, make_inspection
from bot.content.issues import Issue
from bot.content.reader import Reading

Check = Callable[[Inspection], Iterable[Issue]]

CHECKS: tuple[Check, ...] = (
    bot_file.check_locales,
    bot_file.check_provinces,
    bot_file.check_starts,
    bot_file.check_campaigns,
    links.check_targets,
    links.check_choices,
    links.check_kinds,
    links.check_dead_ends,
    reach.check_islands,
    reach.check_depth,
    counter.check_counter,
    answers.check_questions,
    answers.check_conditions,
    answers.check_twins,
    ids.check_moved,
    ids.check_gone,
    ids.check_new,
    limits.check_lengths,
    placeholders.check_names,
    placeholders.check_sameness,
    placeholders.check_braces,
    prose.check_numbers,
    prose.check_addresses,
    prose.check_exclamations,
    prose.check_invisible,
    prose.check_sentences,
    styles.check_markup,
    readability.check_average,
    readability.check_words,
    tone.check_words,
    tone.check_excuses,
    tone.check_patterns,
    tone.check_locales,
    terms.check_words,
    terms.check_entries,
    evidence.check_values,
    evidence.check_origins,
    evidence.check_used_facts,
    evidence.check_known_sources,
    evidence.check_used_sources,
    care.check_sources,
    care.check_contacts,
    care.check_deadlines,
    dates.check_future,
    dates.check_ages,
    dates.check_notices,
    languages.check_states,
    languages.check_numbers,
    languages.check_shape,
    languages.check_scripts,
    languages.check_leftovers,
    languages.check_directions,
    languages.check_orphans,
    audio.check_pages,
    audio.check_files,
    audio.check_entries,
    audio.check_words,
)


def run_checks(reading: Reading, today: date | None = None) -> list[Issue]:
    """Return what all checks find; nothing if bot.yaml itself could not be read.

    Args:
        reading: the content as it was read.
        today: the day to compare dates with; None leaves out everything that depends on a clock.
    """
    if reading.library is None:
        return []
    inspection = make_inspection(reading, reading.library, today)
    return [issue for check in CHECKS for issue in check(inspection)]
