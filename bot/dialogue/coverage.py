"""What no talk reaches: the steps and options of the content that could be broken without a talk turning red."""

from dataclasses import dataclass
from itertools import pairwise

from bot.content.issues import Mark
from bot.content.library import Library
from bot.content.reader import Reading
from bot.content.talks import Move
from bot.dialogue.talk_runner import play_talk
from bot.dialogue.talk_writing import pressed_option, shown_step


@dataclass(frozen=True, slots=True)
class Missed:
    """A step or an option that no talk reaches, and where it stands."""

    mark: Mark
    words: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many steps and options there are, how many talks reach, and the others.

    Of a step that is not reached, its options are counted but not listed.
    """

    steps: int
    steps_reached: int
    options: int
    options_reached: int
    missed: tuple[Missed, ...]


def cover(reading: Reading, library: Library) -> Coverage:
    """Play every talk and return what they reach together."""
    steps, options = reached(library)
    everything = [(step, number) for step in library.steps.values() for number in range(len(step.options))]
    missed = [
        Missed(reading.mark(f"step:{step.id}"), f'page "{step.title}" ({step.id})')
        for step in library.steps.values()
        if step.id not in steps
    ]
    missed += [
        Missed(reading.mark(f"step:{step.id}", "options", number), f'button "{step.options[number].text}" of {step.id}')
        for step, number in everything
        if step.id in steps and (step.id, step.options[number].slug) not in options
    ]
    missed.sort(key=lambda each: (each.mark.file, each.mark.line))
    return Coverage(len(library.steps), len(steps), len(everything), len(options), tuple(missed))


def reached(library: Library) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Return the ids of the steps that talks show, and the options that they press: (step, slug)."""
    steps: set[str] = set()
    options: set[tuple[str, str]] = set()
    for talk in library.talks:
        turns, _ = play_talk(library, talk)
        steps |= {step.id for step in (shown_step(library, played) for played in turns) if step}
        for before, played in pairwise(turns):
            step, option = shown_step(library, before), pressed_option(library, before, played)
            if step and option and played.line.move is Move.PRESSES:
                options.add((step.id, option.slug))
    return frozenset(steps), frozenset(options)
