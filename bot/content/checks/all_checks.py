"""Every check of the content, in one list."""

from bot.content.checks import (
    answers,
    audio,
    bot_file,
    care,
    conditions,
    counter,
    dates,
    evidence,
    ids,
    languages,
    limits,
    links,
    loops,
    placeholders,
    prose,
    reach,
    readability,
    sizes,
    styles,
    terms,
    tone,
    widths,
)
from bot.content.checks.fact_keys import FactKeys
from bot.content.checks.inspection import Inspection
from bot.content.checks.looking import Check, Looking
from bot.content.issues import Issue
from bot.content.term_base import term_file

CONTENT_CHECKS: tuple[Check, ...] = (
    bot_file.check_locales,
    bot_file.check_provinces,
    bot_file.check_starts,
    bot_file.check_campaigns,
    links.check_targets,
    links.check_choices,
    links.check_kinds,
    links.check_dead_ends,
    links.check_emergency,
    loops.check_loops,
    reach.check_islands,
    reach.check_depth,
    counter.check_counter,
    answers.check_questions,
    answers.check_conditions,
    answers.check_twins,
    conditions.check_never,
    conditions.check_empty,
    conditions.check_unused,
    ids.check_moved,
    ids.check_gone,
    ids.check_new,
    tone.check_excuses,
    tone.check_patterns,
    tone.check_locales,
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
    languages.check_orphans,
    audio.check_pages,
    audio.check_files,
    audio.check_entries,
    audio.check_words,
)
"""These look at the content as a whole, so they run each time."""
TEXT_CHECKS: tuple[Check, ...] = (
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
    languages.check_numbers,
    languages.check_shape,
    sizes.check_sizes,
    languages.check_scripts,
    languages.check_leftovers,
    languages.check_directions,
)
"""These look at each text by itself, and at its English."""
FACT_CHECKS: tuple[Check, ...] = (limits.check_lengths, widths.check_widths, placeholders.check_names)
"""These look at each text, its English and the facts that it shows."""
TONE_CHECKS: tuple[Check, ...] = (tone.check_words,)
"""These look at each text and at the words of its language that need a second look."""
TERM_CHECKS: tuple[Check, ...] = (terms.check_words,)
"""These look at each text, its English, the facts that it shows, the glossary and the term base of its language."""

CHECKS: tuple[Check, ...] = (*CONTENT_CHECKS, *TEXT_CHECKS, *FACT_CHECKS, *TONE_CHECKS, *TERM_CHECKS)


def run_checks(inspection: Inspection) -> list[Issue]:
    """Return what all checks find. Checks of texts look only at those that changed since the last round."""
    issues = [issue for check in CONTENT_CHECKS for issue in check(inspection)]
    facts, glossary = FactKeys(inspection), terms.glossary_key(inspection)
    files = inspection.reading.files
    for group in inspection.groups:
        looking, shown = Looking(inspection, group), facts.of(group)
        issues += looking.again(TEXT_CHECKS, (), {})
        issues += looking.again(FACT_CHECKS, (), shown)
        if group.locale in inspection.reading.tones:
            issues += looking.again(TONE_CHECKS, files[f"tone/{group.locale}.yaml"], {})
        if group.locale in inspection.reading.term_bases:
            wanted = (files[term_file(group.locale)], glossary)
            issues += looking.again(TERM_CHECKS, wanted, shown)
    return issues
