"""`wegwijs audio`, through real files: the words printed, a recording taken, heard, and outdated after an edit."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.audio import audio
from bot.content.audio import entries_file, sound_file
from bot.content.reader import Reading, read_content
from bot.content.reading_aloud import words_mark
from bot.content.sound import MAX_BYTES
from bot.content.talks import BELGIUM
from bot.errors import RecordingRefusedError
from bot.storage.content_folder import read_folder, read_sounds
from tests.content.opus import opus_file
from tests.content.sample import RECORDED, sample_files, written

TODAY = datetime.now(BELGIUM).date()
TOMORROW = (TODAY + timedelta(days=1)).isoformat()
PAGE = "paper.decision"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder on disk, with one page read aloud."""
    return written(tmp_path / "content", sample_files())


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A recording as a volunteer hands it in."""
    file = tmp_path / "note to self.ogg"
    file.write_bytes(opus_file(65))
    return file


def run(content: Path, *arguments: object) -> Result:
    """Run the command on a content folder."""
    return CliRunner(env={"CONTENT_DIR": str(content)}).invoke(audio, [str(each) for each in arguments])


def refusal_of(result: Result) -> str:
    """Return the line with which a command was refused."""
    assert isinstance(result.exception, RecordingRefusedError), result.output
    assert result.exception.exit_code == 2
    return str(result.exception)


def reading_of(content: Path) -> Reading:
    """Return the folder as the bot reads it."""
    return read_content(read_folder(content), read_sounds(content))


def edit(content: Path, file: str, old: str, new: str) -> None:
    """Change one place of a file, as an editor does."""
    text = (content / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (content / file).write_text(text.replace(old, new), encoding="utf-8")


def row(result: Result, locale: str) -> list[str]:
    """Return the figures of a language: pages, fits, outdated, missing."""
    return next(line.split()[2:] for line in result.output.splitlines() if line.startswith(f"{locale} "))


def test_a_recording_that_is_taken_can_be_heard(content: Path, sound: Path) -> None:
    result = run(content, "new", "ar", PAGE, sound, "--role", "interpreter")
    assert (result.exit_code, result.output.splitlines()) == (
        0,
        [
            "paper.decision can be heard in العربية: 65 seconds.",
            "No speaker has reviewed this machine draft. Have it reviewed before you lend it a voice.",
            "Keep the change (git commit). A running bot takes it by itself.",
        ],
    )
    reading = reading_of(content)
    assert reading.library is not None
    recording = reading.library.recordings["ar", PAGE]
    assert (content / recording.file).read_bytes() == sound.read_bytes()
    assert recording.length == "1:05"
    assert reading.recordings["ar"][PAGE].role == "interpreter"
    assert reading.recordings["ar"][PAGE].date == TODAY
    assert ("ar", RECORDED) in reading.library.recordings
    assert reading.issues == []


def test_the_entry_says_when_and_by_which_role_and_nothing_of_the_file_that_was_handed_in(
    content: Path, sound: Path
) -> None:
    run(content, "new", "en", PAGE, sound, "--role", 'a "volunteer"', "--date", "2026-03-02")
    text = (content / entries_file("en")).read_text(encoding="utf-8")
    assert 'date: 2026-03-02\n  role: "a \\"volunteer\\""' in text
    assert "note" not in text


def test_the_first_recording_of_a_language_makes_its_folder(content: Path, sound: Path) -> None:
    for file in (entries_file("ar"), sound_file("ar", RECORDED)):
        (content / file).unlink()
    (content / "audio" / "ar").rmdir()
    assert run(content, "new", "ar", PAGE, sound, "--role", "x").exit_code == 0
    assert row(run(content, "status", "ar"), "ar") == ["4", "1", "0", "3"]


def test_the_figures_follow_an_edit(content: Path) -> None:
    assert row(run(content, "status"), "en") == ["4", "1", "0", "3"]
    edit(content, "facts.yaml", 'value: "112"', 'value: "+3280032745"')
    assert row(run(content, "status"), "en") == ["4", "0", "1", "3"]
    assert row(run(content, "status"), "ar") == ["4", "0", "1", "3"]
    (line,) = run(content, "status", "en", "--outdated").output.splitlines()[3:]
    assert line.split() == ["en", "outdated", "green", "help.numbers", "Numbers", "to", "call"]


def test_the_list_begins_where_a_mistake_harms_most(content: Path) -> None:
    lines = run(content, "status", "en", "--missing", "--outdated").output.splitlines()[3:]
    assert [line.split()[3] for line in lines] == [PAGE, "help.start", "paper.start"]


def test_the_script_has_the_words_of_the_page_and_the_way_on(content: Path) -> None:
    output = run(content, "script", "en", PAGE).output
    assert output.startswith("A decision about your stay\n\nSomebody decided about your stay. Keep:\n\nthe paper\n\n")
    assert "as short as 10 days." in output
    library = reading_of(content).library
    assert library is not None
    assert f"--script {words_mark(library, library.steps[PAGE], 'en')}" in output


def test_words_that_changed_since_the_script_was_printed_are_not_bound(content: Path, sound: Path) -> None:
    """What was read on Monday is not what the page says on Tuesday."""
    mark = run(content, "script", "en", PAGE).output.split()[-1]
    edit(content, "facts.yaml", "value: 10 days", "value: 5 days")
    result = run(content, "new", "en", PAGE, sound, "--role", "x", "--script", mark)
    assert f"script with the mark {mark}" in refusal_of(result)
    mark = run(content, "script", "en", PAGE).output.split()[-1]
    assert run(content, "new", "en", PAGE, sound, "--role", "x", "--script", mark).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("xx", PAGE, "--role", "x"), 'The bot does not speak "xx". Possible: en, ar.'),
        (("en", "paper.decison", "--role", "x"), 'There is no page "paper.decison". Did you mean "paper.decision"?'),
        (("en", PAGE, "--role", " "), "The role is empty. Write who read, without a name: volunteer, interpreter."),
        (("en", PAGE, "--role", "x" * 61), "The role has at most 60 characters on one line."),
        (("en", PAGE, "--role", "x", "--date", "24/11"), 'The date "24/11" is no day.'),
        (("en", PAGE, "--role", "x", "--date", TOMORROW), f"The date {TOMORROW} has not come yet."),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_written(
    content: Path, sound: Path, arguments: tuple[str, ...], words: str
) -> None:
    before = read_folder(content), read_sounds(content)
    result = run(content, "new", *arguments[:2], sound, *arguments[2:])
    assert words in refusal_of(result)
    assert (read_folder(content), read_sounds(content)) == before


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"ID3", "note to self.ogg' is MP3, not Ogg Opus. Make it with: ffmpeg -i '"),
        (b"OggS" * MAX_BYTES, "note to self.ogg' has 4000000 bytes, and a recording may have 1000000. Make it with"),
        (opus_file(notes=["ARTIST=Somebody"]), "carries notes about itself (ARTIST), which can say who spoke"),
    ],
)
def test_a_file_that_nobody_shall_hear_is_refused_with_the_way_to_make_a_good_one(
    content: Path, sound: Path, data: bytes, words: str
) -> None:
    sound.write_bytes(data)
    refusal = refusal_of(run(content, "new", "en", PAGE, sound, "--role", "x"))
    assert words in refusal
    assert "-map_metadata -1" in refusal


def test_a_page_that_is_not_translated_cannot_be_read(content: Path, sound: Path) -> None:
    (content / "locales/ar/LC_MESSAGES/paper.po").unlink()
    assert "paper.decision is not translated into العربية" in refusal_of(run(content, "script", "ar", PAGE))
    assert "not translated" in refusal_of(run(content, "new", "ar", PAGE, sound, "--role", "x"))
    assert row(run(content, "status"), "ar") == ["2", "1", "0", "1"]


def test_entries_that_cannot_be_read_are_not_written_over(content: Path, sound: Path) -> None:
    edit(content, entries_file("en"), "role:", "rolle:")
    assert "wegwijs check" in refusal_of(run(content, "new", "en", PAGE, sound, "--role", "x"))


def test_a_language_that_the_bot_does_not_speak_has_no_figures(content: Path) -> None:
    assert "It speaks en, ar." in refusal_of(run(content, "status", "xx"))


def test_a_page_that_moved_is_recorded_under_its_new_id_alone(content: Path, sound: Path) -> None:
    for file in ("flows/help.yaml", "flows/paper.yaml", "bot.yaml"):
        text = (content / file).read_text(encoding="utf-8").replace("help.numbers", "help.calls")
        text = text.replace("  numbers:\n", "  calls:\n    moved-from: numbers\n").replace("to: numbers", "to: calls")
        (content / file).write_text(text, encoding="utf-8")
    assert row(run(content, "status"), "en") == ["4", "1", "0", "3"]
    assert run(content, "new", "en", "help.numbers", sound, "--role", "x").exit_code == 0
    assert sorted(path.name for path in (content / "audio" / "en").iterdir()) == ["help.calls.ogg", "recordings.yaml"]
    assert "help.numbers" not in (content / entries_file("en")).read_text(encoding="utf-8")
    assert row(run(content, "status"), "en") == ["4", "1", "0", "3"]


def test_the_page_that_names_another_day_for_each_reader_is_refused() -> None:
    """With the shipped content, which has such a page."""
    result = CliRunner().invoke(audio, ["script", "en", "paper.count-result"])
    assert "names another day for each reader" in refusal_of(result)
