"""Tests: texts, HTML and entities."""

import pytest
from telegram import Bot, MessageEntity

from tests.telegram_api.expectations import expect_breach
from tests.telegram_api.files import png
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn

pytest_plugins = ["tests.telegram_api.fixtures"]

ACCEPTED = [
    ("<b>a</b> <strong>b</strong>", "a b", ["bold", "bold"]),
    ("<i>a</i><em>b</em><u>c</u><ins>d</ins>", "abcd", ["italic", "italic", "underline", "underline"]),
    ("<s>a</s><strike>b</strike><del>c</del>", "abc", ["strikethrough"] * 3),
    ('<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', "ab", ["spoiler", "spoiler"]),
    ("<code>a</code>", "a", ["code"]),
    ('<pre><code class="language-python">a</code></pre>', "a", ["pre"]),
    ("<blockquote>a <b>b</b></blockquote>", "a b", ["blockquote", "bold"]),
    ("<blockquote expandable>a</blockquote>", "a", ["expandable_blockquote"]),
    ('<a href="https://example.org/?a=1&amp;b=2">a</a>', "a", ["text_link"]),
    ("&lt;b&gt; &amp; &quot; &#228; &#xe4;", '<b> & " ä ä', []),
    ("  <b>  a</b>  ", "a", ["bold"]),
    ("a > b", "a > b", []),
]
REFUSED = [
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("é<h1>a</h1>", 'Unsupported start tag "h1" at byte offset 2'),
    ("<ul><li>a</li></ul>", 'Unsupported start tag "ul"'),
    ("a<br/>b", 'Unsupported start tag "br/"'),
    ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("a</b>", "Unexpected end tag at byte offset 1"),
    ("a <b", "Unclosed start tag at byte offset 2"),
    ("<b>a</b", "Unclosed end tag"),
    ("<span>a</span>", 'Tag "span" must have class "tg-spoiler"'),
    ("<a href>a</a>", "Expected equal sign"),
    ("<code><b>a</b></code>", "can't be nested"),
    ("<blockquote>a<blockquote>b</blockquote></blockquote>", "can't be nested"),
]
REMARKED = [
    ('<a href="tel:+3222272700">call</a>', ("call", "the link tel:+3222272700 vanishes")),
    ('<a href="sms:112">text</a>', ("text", "the link sms:112 vanishes")),
    ('<a href="mailto:a@example.org">mail</a>', ("mail", "the link mailto:a@example.org breaks")),
    ("a&nbsp;b", ("a&nbsp;b", "&nbsp; is shown literally")),
    ("a&apos;b", ("a&apos;b", "&apos; is shown literally")),
]
WRONG_ENTITIES = [
    ([("bold", 0, 9)], "beyond the text"),
    ([("bold", -1, 2)], "has offset -1"),
    ([("bold", 0, 0)], "length 0"),
    ([("shiny", 0, 1)], "unknown type 'shiny'"),
    ([("bold", 0, 3), ("italic", 2, 3)], "overlap"),
    ([("code", 0, 4), ("bold", 2, 2)], "bold can't be nested in code"),
    ([("bold", 0, 1)], "cuts a character in two"),
    ([("text_link", 0, 2)], "text_link needs url"),
]


@pytest.fixture
async def person(api: StandIn) -> Person:
    someone = api.person()
    await someone.sends("/start", waits=False)
    return someone


@pytest.mark.parametrize(("html", "text", "kinds"), ACCEPTED)
async def test_html_is_read(telegram_bot: Bot, person: Person, html: str, text: str, kinds: list[str]) -> None:
    """HTML that Telegram knows becomes text and entities."""
    await telegram_bot.send_message(person.number, html, parse_mode="HTML")
    assert person.screen.text == text
    assert [entity["type"] for entity in person.screen.entities] == kinds


@pytest.mark.parametrize(("html", "words"), REFUSED)
async def test_faulty_html_is_refused(api: StandIn, telegram_bot: Bot, person: Person, html: str, words: str) -> None:
    """HTML that Telegram cannot read is refused in its own words."""
    call = telegram_bot.send_message(person.number, html, parse_mode="HTML")
    await expect_breach(api, call, "Bad Request: can't parse entities: ")
    assert words in api.calls[-1].answer["description"]


@pytest.mark.parametrize(("html", "outcome"), REMARKED)
async def test_silent_losses_are_violations(
    api: StandIn, telegram_bot: Bot, person: Person, html: str, outcome: tuple[str, str]
) -> None:
    """What Telegram silently spoils is sent as it would be, and is held against the bot."""
    await telegram_bot.send_message(person.number, html, parse_mode="HTML")
    text, words = outcome
    assert person.screen.text == text
    assert [words in each for each in api.take_violations()] == [True]


async def test_a_tel_link_leaves_no_entity(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A `tel:` link is gone from the message."""
    await telegram_bot.send_message(person.number, '<a href="tel:112">call</a>', parse_mode="HTML")
    assert person.screen.entities == ()
    assert len(api.take_violations()) == 1


@pytest.mark.parametrize(("entities", "words"), WRONG_ENTITIES)
async def test_wrong_entities_are_refused(
    api: StandIn, telegram_bot: Bot, person: Person, entities: list[tuple[str, int, int]], words: str
) -> None:
    """Entities must be known, lie within the text in UTF-16 units, and nest as Telegram allows."""
    given = [MessageEntity(*entity) for entity in entities]
    await expect_breach(api, telegram_bot.send_message(person.number, "🧭 abc", entities=given), words)


async def test_entities_count_utf16_units(telegram_bot: Bot, person: Person) -> None:
    """An entity's offset counts UTF-16 units, so that a pictogram takes two."""
    await telegram_bot.send_message(person.number, "🧭 abc", entities=[MessageEntity("bold", 3, 3)])
    assert person.screen.covered("bold") == ["abc"]


async def test_text_is_counted_after_parsing(telegram_bot: Bot, person: Person) -> None:
    """4096 code points are accepted, whatever the mark-up and the UTF-16 units add."""
    await telegram_bot.send_message(person.number, f" <b>{'🧭' * 4096}</b>&#32;", parse_mode="HTML")
    assert len(person.screen.text) == 4096


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Bad Request: message text is empty"),
        (" \n\t", "Bad Request: message text is empty"),
        ("a" * 4097, "Bad Request: message is too long"),
        ("<b></b>" * 4700, "Bad Request: text is too long"),
    ],
    ids=["empty", "white", "long", "raw"],
)
async def test_text_out_of_bounds_is_refused(
    api: StandIn, telegram_bot: Bot, person: Person, text: str, words: str
) -> None:
    """An empty, a white, a too long and a too heavy text are refused."""
    await expect_breach(api, telegram_bot.send_message(person.number, text, parse_mode="HTML"), words)


async def test_a_long_caption_is_refused(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """A caption has at most 1024 code points, and may be missing."""
    await telegram_bot.send_document(person.number, b"a", filename="card.txt", caption="a" * 1024)
    await telegram_bot.send_photo(person.number, png(1, 1))
    call = telegram_bot.send_photo(person.number, png(1, 1), caption="a" * 1025)
    await expect_breach(api, call, "message caption is too long")


async def test_other_parse_modes_are_refused(api: StandIn, telegram_bot: Bot, person: Person) -> None:
    """The stand-in reads HTML and entities, no Markdown."""
    call = telegram_bot.send_message(person.number, "*a*", parse_mode="MarkdownV2")
    await expect_breach(api, call, "unsupported parse_mode")
