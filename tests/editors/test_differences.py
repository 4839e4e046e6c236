"""Contents that cannot be read whole are compared as far as they can."""

from bot.editors.differences import compare
from tests.content.sample import planted, reading_of, sample_files
from tests.editors.changing import edited

WHOLE = reading_of(sample_files())


def test_a_broken_topic_is_named_and_left_out() -> None:
    """It is neither new nor gone."""
    broken = reading_of(edited(("flows/paper.yaml", "    sources: none\n", "    surces: none\n")))
    for found in (compare(WHOLE, broken, ("at HEAD", "now")), compare(broken, WHOLE, ("at HEAD", "now"))):
        assert found.is_empty
        (sentence,) = found.unread
        assert sentence.startswith("flows/paper.yaml has a fault ")
        assert sentence.endswith("What is faulty is not compared.")


def test_a_file_that_is_no_yaml_hides_no_entries() -> None:
    """Its facts and places did not go."""
    for file in ("facts.yaml", "glossary.yaml", "places/antwerp.yaml"):
        files = sample_files()
        files[file] = b"{ what is this"
        found = compare(WHOLE, reading_of(files))
        assert [chapter.heading for chapter in found.chapters] == [], file
        assert file in found.unread[0]


def test_an_entry_with_a_fault_is_left_out_alone() -> None:
    """The others are compared."""
    files = edited(
        ("facts.yaml", 'phone.emergency:\n  value: "112"', 'phone.emergency:\n  walue: "112"'),
        ("facts.yaml", "value: 10 days", "value: 12 days"),
    )
    facts = next(chapter for chapter in compare(WHOLE, reading_of(files)).chapters if chapter.heading == "Facts")
    assert [subject.id for subject in facts.subjects] == ["deadline.appeal_short"]


def test_a_bot_file_of_other_times_is_replaced_by_the_other_one() -> None:
    """The menu is not compared, the topics are."""
    old = reading_of(planted("bot.yaml", "name: Sample\n", ""))
    assert old.library is None
    new = reading_of(edited(("flows/paper.yaml", "title: I got a paper", "title: I have a paper")))
    found = compare(old, new, ("at v1", "now"))
    assert found.unread[0] == "bot.yaml cannot be read at v1, so the menu and the languages are not compared."
    assert found.chapters[0].subjects[0].changes[0].old == "I got a paper"
    neither = compare(old, old)
    assert neither.is_empty
    assert len(neither.unread) == 2


def test_words_that_the_bot_did_not_have_then_are_new() -> None:
    """Content of before an update has no fault."""
    files = sample_files()
    lines = files["interface.yaml"].decode().splitlines(keepends=True)
    files["interface.yaml"] = "".join(line for line in lines if not line.startswith("place-unknown:")).encode()
    found = compare(reading_of(files), WHOLE)
    assert found.unread == ()
    (subject,) = found.chapters[0].subjects
    assert (subject.changes[0].sentence, subject.changes[0].old) == ("place-unknown:", "")
