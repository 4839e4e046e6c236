"""A campaign for paper: one side of A4 or A6 with its code, as one HTML file that works alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from bot.browsing import csp_hash
from bot.channels.web.assets import read_static
from bot.channels.web.fonts import carried_faces
from bot.channels.web.links import link_of
from bot.channels.web.pages import TEMPLATES
from bot.channels.web.qr_codes import draw_code
from bot.channels.web.sheet_style import LATIN
from bot.channels.web.sheets import OFFLINE_POLICY
from bot.content.facts import OPERATOR
from bot.content.library import Library
from bot.content.model import Campaign
from bot.content.phrases import Phrase
from bot.dialogue.position import Act, Position
from bot.dialogue.words import fill_facts
from bot.i18n.bidi import isolate, isolate_name
from bot.i18n.ledger import State
from bot.i18n.locales import LANGUAGES, Direction, direction_of

Paper = Literal["a4", "a6"]
SIZES: dict[Paper, str] = {"a4": "210mm 297mm", "a6": "105mm 148mm"}
"""In millimetres: CSS has a name for A4, and none for A6."""
PAPERS = tuple(SIZES)
MOST_LANGUAGES: dict[Paper, int] = {"a4": 6, "a6": 4}
"""More would not fit in letters that can be read."""
ABOUT = "bot.about"
_READ = frozenset({State.REVIEWED, State.HUMAN})
_SCRIPT = read_static("poster.js")
_CONTEXTS = (
    ABOUT,
    *(
        f"interface.{phrase.value}"
        for phrase in (
            Phrase.POSTER_SCAN, Phrase.POSTER_NAME, Phrase.POSTER_TELEGRAM, Phrase.POSTER_BROWSER, Phrase.RUN_BY,
        )
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Poster:
    """What a poster leads to: the start link of a campaign, and the same page in a browser, or "" if there is none."""

    campaign: Campaign
    user_name: str
    link: str
    web_link: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands on a poster in one language: lines, the first as heading, and in small letters what to know."""

    locale: str
    script: str
    direction: Direction
    lines: tuple[str, ...]
    small: tuple[str, ...]


def write_poster(library: Library, poster: Poster, locales: Sequence[str], paper: Paper) -> str:
    """Return a poster in at most MOST_LANGUAGES of its paper; the first decides from which side the page is read."""
    return TEMPLATES.get_template("poster.html").render(
        locale=locales[0],
        direction=direction_of(locales[0]),
        paper=paper,
        name=library.bot.name,
        title=poster.campaign.name,
        user_name=poster.user_name,
        codes=[(link, draw_code(link, "q")) for link in (poster.link, poster.web_link) if link],
        passages=[_passage(library, poster, locale) for locale in locales],
        languages=[LANGUAGES[locale] for locale in library.locales],
        how=library.say(locales[0], Phrase.SHEET_HOW),
        policy=f"{OFFLINE_POLICY}; script-src {csp_hash(_SCRIPT)}",
        script=Markup(_SCRIPT),  # noqa: S704 - our own file
        style=Markup(_style(library.locales, paper)),  # noqa: S704 - our own CSS
    )


def web_link(library: Library, campaign: Campaign, locale: str) -> str:
    """Return the page of a campaign in a browser; "" if bot.yaml has no address.

    Args:
        library: all content.
        campaign: what names the page, and perhaps its language.
        locale: the language if the campaign names none.
    """
    if not library.bot.web.address:
        return ""
    locale = campaign.locale or locale
    goal = Position(Act.STEP, locale, f"step:{campaign.to}") if campaign.to else Position(Act.MENU, locale)
    return f"{library.bot.web.address}{link_of(library, goal) or '/'}"


def missing_words(library: Library, locales: Iterable[str]) -> list[str]:
    """Return the languages that lack a word of the poster: it must not show another language in its place."""
    return [locale for locale in locales if not all(library.find_text(locale, context) for context in _CONTEXTS)]


def unread_words(library: Library, poster: Poster, locales: Iterable[str]) -> list[str]:
    """Return the languages in which no person has read all words of the poster."""
    contexts = [*_CONTEXTS, *([f"{poster.campaign.to}.title"] if poster.campaign.to else [])]
    found = {locale: [library.find_text(locale, context) for context in contexts] for locale in locales}
    return [locale for locale, texts in found.items() if any(text and text.state not in _READ for text in texts)]


def _passage(library: Library, poster: Poster, locale: str) -> Passage:
    """Return what a poster says in a language; the title of its page only where the page can be read in it."""
    step = library.steps.get(poster.campaign.to or "")
    title = [library.text(locale, f"{step.id}.title")] if step and library.is_readable(step, locale) else []
    lines = (*title, library.text(locale, ABOUT).strip(), library.say(locale, Phrase.POSTER_SCAN))
    operator = isolate_name(fill_facts(library, f"{{{OPERATOR}}}", locale), locale)
    small = (
        library.say(locale, Phrase.POSTER_NAME, name=isolate(f"@{poster.user_name}", locale)),
        library.say(locale, Phrase.POSTER_TELEGRAM),
        *([library.say(locale, Phrase.POSTER_BROWSER)] if poster.web_link else []),
        library.say(locale, Phrase.RUN_BY, organisation=operator),
    )
    return Passage(locale, LANGUAGES[locale].script, direction_of(locale), lines, small)


def _style(locales: Iterable[str], paper: Paper) -> str:
    """Return all CSS of a poster, with the fonts of every script in it: the list of languages needs them all."""
    scripts = dict.fromkeys(LANGUAGES[locale].script for locale in locales)
    letters = "\n".join(f'.{script} {{ font-family: "Sheet {script}", {LATIN}; }}' for script in scripts)
    size = f"@page {{ size: {SIZES[paper]}; }}"
    return "\n".join(
        [
            *map(carried_faces, scripts),
            f"body {{ font-family: {LATIN}; }}",
            letters,
            read_static("poster.css"),
            size,
            "",
        ]
    )
