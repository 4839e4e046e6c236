"""docs/content.md: what people ask, the page that answers it, and where its statements come from."""

from bot.content.library import Library
from bot.content.model import Source, Step

NO_ANSWER = "none"
"""Stands for a step in questions.yaml where no source answers a question."""
_INTRODUCTION = """# What the bot answers

Made by `wegwijs questions` from `content/questions.yaml`, the flows and the sources; not by hand.
A test holds this page equal to them.

"Seen" is the day on which the copy of the source was made that we read; "checked" the day somebody compared the page
with the live source.
"""


def questions_page(library: Library) -> str:
    """Return the page as Markdown: for each topic a table of questions, pages, and sources with their dates."""
    parts = [_INTRODUCTION]
    for flow in library.flows.values():
        rows = [
            _row(library, question, library.steps[step])
            for question, step in library.questions.items()
            if step in library.steps and library.steps[step].flow == flow.flow
        ]
        if rows:
            parts += [f"## {flow.title}\n", "| question | page | sources |\n|---|---|---|", "\n".join(rows), ""]
    open_questions = [f"- {question}" for question, step in library.questions.items() if step == NO_ANSWER]
    parts += ["## Not answered", "", "No source was found that answers these; the pages around them say less.", ""]
    return "\n".join([*parts, *open_questions, ""])


def _row(library: Library, question: str, step: Step) -> str:
    sources = [_source(library.sources[name]) for name in step.sources if name in library.sources]
    return f"| {question} | {step.title} (`{step.id}`) | {'<br>'.join(sources) or 'about this bot'} |"


def _source(source: Source) -> str:
    dates = [f"page of {source.date}"] if source.date else []
    dates += [f"checked {source.checked}"] if source.checked else [f"seen {source.seen}"]
    return f"[{source.publisher}: {source.title}]({source.link}), {', '.join(dates)}".replace("|", "\\|")
