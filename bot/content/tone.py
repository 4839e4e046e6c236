"""What the files in tone/ say: words that do not belong into a text, why, and what to write instead."""

from typing import Annotated, Literal

from pydantic import Field

from bot.content.model import CommaSeparated, Entry, Text

Why = Literal["persuade", "praise", "frighten", "promise", "command", "blame", "emotion", "jargon"]


class ToneWord(Entry):
    """Words with one thing wrong about them, and the way out."""

    find: Annotated[CommaSeparated, Field(min_length=1, description="Words, or the beginning of a word with *.")]
    why: Annotated[Why, Field(description="What the words do to a reader.")]
    instead: Annotated[Text, Field(description="What to write in their place.")]


class ToneExcuse(Entry):
    """A place where such a word is right, and the reason."""

    text: Annotated[Text, Field(description="The text: flow.step.text, or glossary.name.term.")]
    word: Annotated[Text, Field(description="The words as they stand there.")]
    reason: Annotated[Text, Field(description="Why they are right there.")]


class Tone(Entry):
    """The words of one language."""

    prefixes: Annotated[CommaSeparated, Field(description="Letters that are written onto a word, such as و.")] = ()
    words: Annotated[tuple[ToneWord, ...], Field(min_length=1)]
    excuses: Annotated[tuple[ToneExcuse, ...], Field(alias="except")] = ()
