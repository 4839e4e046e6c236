"""What the files in tone/ say: words that do not belong into a text, why, and what to write instead."""

from typing import Annotated, Literal

from bot.content.model import CommaSeparated, Entry, Text, key

Why = Literal["persuade", "praise", "frighten", "promise", "command", "blame", "emotion", "jargon"]


class ToneWord(Entry):
    """Words with one thing wrong about them, and the way out."""

    find: Annotated[
        CommaSeparated, key("Words as they stand in a text; * is any ending.", "don't worry, relax*", min_length=1)
    ]
    why: Annotated[Why, key("What the words do to a reader.", "emotion")]
    instead: Annotated[Text, key("What to write in their place.", "Say what happens next, or whom to ask.")]


class ToneExcuse(Entry):
    """A place where such a word is right, and the reason."""

    text: Annotated[Text, key("The text: flow.step.text, or glossary.name.term.", "trust.start.text")]
    word: Annotated[Text, key("The words as they stand there.", "convince")]
    reason: Annotated[Text, key("Why they are right there.", "Says that the bot does not do it.")]


class Tone(Entry):
    """The words of one language."""

    prefixes: Annotated[CommaSeparated, key("Letters that are written onto a word.", "و, ف")] = ()
    words: Annotated[
        tuple[ToneWord, ...],
        key(
            "Words that do not belong into a text.",
            [{"find": "relax*", "why": "emotion", "instead": "Say what happens next."}],
            min_length=1,
        ),
    ]
    excuses: Annotated[
        tuple[ToneExcuse, ...],
        key(
            "Where such a word is right.",
            [{"text": "trust.start.text", "word": "convince", "reason": "Says that the bot does not do it."}],
            alias="except",
        ),
    ] = ()
