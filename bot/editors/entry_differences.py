"""What changed beside the topics: facts and where they show, places, sources, notices, the menu, the bot's words."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.content.facts import show_fact
from bot.content.library import Library
from bot.content.model import Entry, Fact, as_written
from bot.content.phrases import placeholders
from bot.editors.changes import Change, Chapter, Subject, compare_text
from bot.editors.page_differences import Both
from bot.i18n.locales import SOURCE_LOCALE

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("Places", "place", "places"),
    ("Sources", "source", "sources"),
    ("Notices", "notice", "notices"),
    ("Difficult words", "term", "glossary"),
    ("Start links", "campaign", "campaigns"),
)


def compare_facts(both: Both, left_out: frozenset[str]) -> Iterator[Chapter]:
    """Yield the facts that changed, each with every page that shows it."""
    subjects: list[Subject] = []
    for name in _names(both.old.facts, both.new.facts, "fact", left_out):
        old, new = both.old.facts.get(name), both.new.facts.get(name)
        changes = tuple(_compare_fact(both, old, new))
        if changes:
            subjects.append(Subject(f"Fact {name}", name, changes))
    if subjects:
        yield Chapter("Facts", tuple(subjects))


def _compare_fact(both: Both, old: Fact | None, new: Fact | None) -> Iterator[Change]:
    if old is None or new is None:
        fact = new or old
        assert fact is not None
        yield Change(f"{'New' if new else 'Removed'}: {_value(fact)}.")
    else:
        yield from _compare_values(old, new)
        yield from _fields(old, new, ("value", "in"))
    fact = new or old
    if fact and (old is None or new is None or (old.value, old.local) != (new.value, new.local)):
        places = shown_in(both.new, fact.id)
        yield Change(f"Shown by {_list(places)}." if places else "No page shows it.")


def _compare_values(old: Fact, new: Fact) -> Iterator[Change]:
    if old.value != new.value:
        yield Change("Value changed:", _value(old), _value(new))
    for locale in dict.fromkeys((*old.local, *new.local)):
        before, after = old.local.get(locale, ""), new.local.get(locale, "")
        if before != after:
            yield Change(f"Value in {locale} changed:", before or "as everywhere", after or "as everywhere")


def _value(fact: Fact) -> str:
    """Return a value as readers see it; a link in full."""
    if fact.kind == "link":
        return fact.value
    try:
        return show_fact(fact, SOURCE_LOCALE).text
    except (ValueError, ArithmeticError, KeyError):
        return fact.value


def shown_in(library: Library, fact: str) -> list[str]:
    """Return what shows a fact: pages by their titles, and what else has words."""
    found: dict[str, None] = {}
    for source in library.source_texts.values():
        if fact in placeholders(source.text):
            step = library.steps.get(".".join(source.context.split(".")[:2]))
            found[f'"{step.title}" ({step.id})' if step else f"the bot's own words ({source.context})"] = None
    return list(found)


def _list(names: list[str]) -> str:
    return f"{'1 page' if len(names) == 1 else f'{len(names)} pages'}: {', '.join(names)}"


def compare_entries(both: Both, left_out: frozenset[str]) -> Iterator[Chapter]:
    """Yield a chapter for each sort of entry that changed: places, sources, notices, words, start links."""
    for heading, kind, attribute in _KINDS:
        old, new = getattr(both.old, attribute), getattr(both.new, attribute)
        subjects: list[Subject] = []
        for name in _names(old, new, kind, left_out):
            changes = tuple(_compare_entry(both, kind, old.get(name), new.get(name)))
            if changes:
                subjects.append(Subject(_title(new.get(name) or old[name]), name, changes))
        if subjects:
            yield Chapter(heading, tuple(subjects))


def _names(old: Mapping[str, object], new: Mapping[str, object], kind: str, left_out: frozenset[str]) -> list[str]:
    return [name for name in dict.fromkeys((*new, *old)) if f"{kind}:{name}" not in left_out]


def _compare_entry(both: Both, kind: str, old: Entry | None, new: Entry | None) -> Iterator[Change]:
    if old is not None and new is not None:
        changes = list(_fields(old, new))
        yield from changes
    else:
        changes = [Change("New." if new else "Removed.")]
        yield from changes
        if new is not None and kind == "notice":
            yield from (Change(f"{key}: {_say(value)}") for key, value in as_written(new).items())
    if changes and kind == "source":
        name = getattr(new or old, "id", "")
        pages = [f'"{step.title}" ({step.id})' for step in both.new.steps.values() if name in step.sources]
        yield Change(f"Named by {_list(pages)}." if pages else "No page names it.")


def _title(entry: Any) -> str:  # any: entries name themselves under different keys
    for key in ("name", "title", "term"):
        named = getattr(entry, key, None)
        if named:
            return str(named.get(SOURCE_LOCALE, next(iter(named.values()))) if isinstance(named, dict) else named)
    return str(entry.id)


def _fields(old: Entry, new: Entry, left_out: tuple[str, ...] = ()) -> Iterator[Change]:
    """Yield the keys of an entry that changed, in the words of the YAML."""
    before, after = as_written(old), as_written(new)
    for key in dict.fromkeys((*after, *before)):
        if before.get(key) != after.get(key) and key not in left_out:
            yield from _field(key, before.get(key), after.get(key))


def _field(key: str, old: object, new: object) -> Iterator[Change]:
    if isinstance(old, str) and isinstance(new, str) and " " in old:
        yield from compare_text(key, old, new)
    else:
        yield Change(f"{key} changed:", _say(old), _say(new))


def _say(value: object) -> str:
    if value is None:
        return "not there"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_say(each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_say(each) for each in value)
    return str(value)


def compare_bot(both: Both) -> Iterator[Chapter]:
    """Yield what changed in bot.yaml (menu, languages, kinds of places) and in the bot's own words."""
    subjects: list[Subject] = []
    old, new = both.old.bot, both.new.bot
    menu = tuple(_compare_menu(both))
    if menu:
        subjects.append(Subject("The menu", "menu", menu))
    rest = tuple(_fields(old, new, ("menu", "locales", "kinds", "provinces")))
    languages = tuple(_compare_lists("Language", old.locales, new.locales))
    kinds = tuple(_compare_lists("Kind of places", old.kinds, new.kinds))
    if rest or languages or kinds:
        subjects.append(Subject("The bot itself", "bot", (*languages, *kinds, *rest)))
    words = tuple(_compare_phrases(both))
    if words:
        subjects.append(Subject("The bot's own words", "interface", words))
    if subjects:
        yield Chapter("Menu and bot", tuple(subjects))


def _compare_menu(both: Both) -> Iterator[Change]:
    old = {entry.text: entry for entry in both.old.bot.menu}
    new = {entry.text: entry for entry in both.new.bot.menu}
    for text, entry in new.items():
        goal = both.title(entry.to) if entry.to else "the choice of places"
        if text not in old:
            yield Change(f'Button added: "{text}", leads to {goal}.')
        elif old[text].to != entry.to:
            before = both.title(old[text].to) if old[text].to else "the choice of places"
            yield Change(f'Button "{text}" leads elsewhere: before to {before}, now to {goal}.')
    for text in old:
        if text not in new:
            yield Change(f'Button removed: "{text}".')
    if [text for text in old if text in new] != [text for text in new if text in old]:
        yield Change("The buttons stand in another order.")


def _compare_lists(what: str, old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Iterator[Change]:
    for name in dict.fromkeys((*new, *old)):
        if name not in old:
            yield Change(f"{what} added: {name}.")
        elif name not in new:
            yield Change(f"{what} removed: {name}.")
        elif old[name] != new[name]:
            yield Change(f"{what} {name} changed:", _say(as_written(old[name])), _say(as_written(new[name])))


def _compare_phrases(both: Both) -> Iterator[Change]:
    for context, new in both.new.source_texts.items():
        old = both.old.source_texts.get(context)
        name = context.removeprefix("interface.")
        if new.domain == "interface" and (old is None or old.text != new.text):
            was_there = old is not None and old.text != name  # The reader puts the name for words that are not there.
            yield Change(f"{name}:", old.text if old and was_there else "", new.text)
