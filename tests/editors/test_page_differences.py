"""What is told of pages and buttons."""

from bot.content.signing import flow_fingerprint
from bot.editors.differences import compare
from tests.content.sample import library_of, reading_of, sample_files
from tests.editors.changing import differences, edited, told

PAPER = "flows/paper.yaml"
HELP = "flows/help.yaml"
NEW_PAGE = """\
  keep-it:
    title: Keep the paper
    text: Keep it dry.
    sources: none

  decision:
"""


def test_nothing_changed_is_said() -> None:
    """Another order of keys, a comment, white space: no reader notices."""
    assert differences((PAPER, "owner: content-team", "owner:   content-team # us")).is_empty


def test_words_of_a_page_and_its_buttons() -> None:
    """Title, text, button: word by word."""
    assert told(
        (PAPER, "title: Where do you live?", "title: Where do you sleep?"),
        (PAPER, "text: Do you live at an address?", "text: Do you have an address?"),
        (PAPER, "text: No fixed address", "text: No address"),
    ) == [
        'Topic "I got a paper" (paper)',
        'Page "Where do you sleep?" (paper.start)',
        "- Title reworded: Where do you [− live?] [+ sleep?]",
        "- Text reworded: Do you [− live at] [+ have] an address?",
        "- Button reworded: No [− fixed] address",
    ]


def test_a_page_and_buttons_that_came() -> None:
    """A new page has its size told; a button where it leads and when it shows."""
    assert told(
        (PAPER, "  decision:\n", NEW_PAGE),
        (
            PAPER,
            "      - text: Numbers to call\n",
            "      - text: Keep it\n        to: keep-it\n        when: {home: [none]}\n      - text: Numbers to call\n",
        ),
    ) == [
        'Topic "I got a paper" (paper)',
        'Page "Keep the paper" (paper.keep-it)',
        "- New page. 3 words, 0 buttons.",
        'Page "A decision about your stay" (paper.decision)',
        '- Button added: "Keep it", leads to "Keep the paper". Shown if home is none.',
    ]


def test_buttons_that_lead_elsewhere_change_their_condition_picture_answer_or_order() -> None:
    """Places, pages, answers."""
    assert told(
        (HELP, "      - text: A doctor\n        places: medical\n", "      - text: A doctor\n        places: legal\n"),
        (HELP, "        to: paper.start\n", "        to: numbers\n"),
        (HELP, "      - text: Numbers to call\n        to: numbers\n", ""),
        (PAPER, "        when: {home: [none, not-given]}\n", ""),
        (PAPER, "        icon: phone\n", ""),
        (PAPER, "answer: none\n", "answer: nowhere\n"),
    ) == [
        'Topic "Help" (help)',
        'Page "What this bot does" (help.start)',
        "- Button reworded: [− Numbers to call] [+ I got a paper]",
        '- Button removed: "I got a paper", led to "Where do you live?".',
        'Page "Numbers to call" (help.numbers)',
        '- Button "A doctor" leads elsewhere: before to places: "Doctor", now to places: "Legal help".',
        'Topic "I got a paper" (paper)',
        'Page "Where do you live?" (paper.start)',
        '- Button "No fixed address" gives the answer nowhere, before none.',
        'Page "A decision about your stay" (paper.decision)',
        '- Button "A lawyer near me" is shown always; before: if home is none or not-given.',
        '- Button "Numbers to call" has the picture of its goal, before phone.',
        "Buttons in messages that people already have",
        "Answers given before (answers)",
        '- "No fixed address" (home: none) is no answer any more. Pages do not know it.',
    ]


def test_the_same_words_that_lead_elsewhere_are_one_button() -> None:
    """It did not go and come."""
    lines = told((HELP, "        to: paper.start\n", "        to: paper.decision\n"))
    assert lines[2:] == [
        '- Button "I got a paper" leads elsewhere: before to "Where do you live?", now to "A decision about your stay".'
    ]
    dangling = told((HELP, "        to: paper.start\n", "        to: paper.strat\n"))
    assert "now to paper.strat, which does not exist." in dangling[2]
    unknown = told((HELP, "places: medical", "places: madical"))
    assert "places of the kind madical, which does not exist" in unknown[2]


def test_another_order_of_buttons() -> None:
    """The same buttons."""
    first = "      - text: A doctor\n        places: medical\n"
    second = "      - text: What this bot does\n        to: start\n"
    assert told((HELP, first + second, second + first))[2:] == ["- The buttons stand in another order."]


def test_what_editors_say_of_a_page() -> None:
    """Sources, keywords, notes, marks, conditions."""
    lines = told(
        (PAPER, "    sources: law-page, court-page\n", "    sources: law-page\n    note: A new note.\n"),
        (PAPER, "    sensitivity: red\n", "    sensitivity: yellow\n    when: {home: [none]}\n"),
        (PAPER, "    card: true\n", "    keywords: decision\n"),
    )
    assert lines[2:] == [
        "- The page is offered if home is none; before: always.",
        "- Sources removed: court-page.",
        "- Words people type to find it added: decision.",
        "- Note for translators added: [+ A new note.]",
        "- What a mistake could do (sensitivity): was red, now yellow.",
        "- Shown in Dutch and French too (card): was yes, now no.",
    ]
    counter = told((PAPER, "    card: true\n", "    counter: number\n    numbers: 5, 10\n    then: start\n"))
    assert counter[3:] == [
        "- Part of the day counter: was none, now number.",
        "- Numbers of days to choose from: was none, now 5, 10.",
        "- The next page of the day counter: was none, now paper.start.",
    ]


def test_a_page_that_moved_is_compared_with_what_it_was() -> None:
    """Its old buttons open it; nothing is new."""
    lines = told(
        (HELP, "  numbers:\n", "  telephones:\n    moved-from: numbers\n"),
        (HELP, "        to: numbers\n", "        to: telephones\n"),
        (HELP, "title: Numbers to call", "title: Whom to call"),
        (PAPER, "        to: help.numbers\n", "        to: help.telephones\n"),
    )
    assert (
        lines
        == [
            'Topic "Help" (help)',
            'Page "Whom to call" (help.telephones)',
            "- The page was called help.numbers.",
            "- Title reworded: [− Numbers] [+ Whom] to call",
            "Buttons in messages that people already have",
            'Buttons to "Numbers to call" (help.numbers)',
            '- They moved: they open "Whom to call" (help.telephones).',
            "The bot itself (bot)",
        ][: len(lines)]
    )


def test_a_page_that_went_leaves_buttons_that_say_so() -> None:
    """Until an editor writes moved-from; the check asks for it."""
    files = edited()
    text = files[HELP].decode()
    files[HELP] = (
        text.partition("  numbers:\n")[0].replace("      - text: Numbers to call\n        to: numbers\n", "").encode()
    )
    found = compare(reading_of(sample_files()), reading_of(files))
    subjects = {
        (subject.name, change.sentence)
        for chapter in found.chapters
        for subject in chapter.subjects
        for change in subject.changes
    }
    assert ('Page "Numbers to call"', "Page removed.") in subjects
    old_button = 'They will say: "This button is old. The page is no longer there. Please use the menu."'
    assert ('Buttons to "Numbers to call"', old_button) in subjects


def test_a_topic_that_came_or_went_or_changed_itself() -> None:
    """A file is added, a file is taken away."""
    without = sample_files()
    del without[PAPER]
    old, new = reading_of(without), reading_of(sample_files())
    assert [subject.changes[0].sentence for subject in compare(old, new).chapters[0].subjects[:2]] == [
        "New topic.",
        "New page. 6 words, 2 buttons.",
    ]
    gone = compare(new, old).chapters[0].subjects
    assert [subject.changes[0].sentence for subject in gone] == ["Topic removed.", "Page removed.", "Page removed."]
    assert told(
        (PAPER, "title: I got a paper", "title: I have a paper"),
        (PAPER, "owner: content-team", "owner: legal-team\nchecked: 2026-11-20\nreview: required"),
        (PAPER, "start: start", "start: decision"),
    )[2:] == [
        "- Title reworded: I [− got] [+ have] a paper",
        '- It began with "Where do you live?" and now begins with "A decision about your stay".',
        "- Compared with its live sources: was never, now 2026-11-20.",
        "- Translations need a reviewer now.",
        "- Looked after by legal-team, before by content-team.",
    ]


def test_a_confirmation_that_is_lost_is_said() -> None:
    """An edit makes a confirmed topic a draft again; so does a fact that it shows."""
    mark = flow_fingerprint(library_of(sample_files()), "paper")
    signed = edited(
        (PAPER, "start: start\n", f'start: start\nsigned-off: {{role: lawyer, date: 2026-11-24, hash: "{mark}"}}\n')
    )
    changed = dict(signed)
    changed["facts.yaml"] = changed["facts.yaml"].replace(b"10 days", b"12 days")
    draft = compare(reading_of(signed), reading_of(changed)).chapters[0].subjects[0]
    assert draft.changes[0].sentence.startswith("It is a draft again")
    confirmed = compare(reading_of(sample_files()), reading_of(signed)).chapters[0].subjects[0]
    assert [change.sentence for change in confirmed.changes] == ["Confirmed by lawyer on 2026-11-24."]
    withdrawn = compare(reading_of(signed), reading_of(sample_files())).chapters[0].subjects[0]
    assert withdrawn.changes[0].sentence == "Confirmed by nobody any more."
