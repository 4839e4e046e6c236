from bot.content.issues import Issue, has_errors
from bot.content.library import Library
from bot.dialogue.checking import Checking, check_content
from tests.content.sample import Files, planted, reading_of, sample_files


def _check(checking: Checking, files: Files) -> tuple[Library | None, list[Issue]]:
    reading = reading_of(files)
    return checking.check(reading.files, reading.sounds)


def test_a_faulty_edit_and_its_mend_are_both_seen() -> None:
    checking = Checking()
    library, issues = _check(checking, sample_files())
    assert library is not None
    assert issues == []
    faulty = planted("flows/paper.yaml", "to: help.numbers", "to: help.nubmers")
    _, issues = _check(checking, faulty)
    assert has_errors(issues)
    assert issues == check_content(reading_of(faulty))
    assert _check(checking, sample_files())[1] == []


def test_content_whose_bot_yaml_cannot_be_used_has_no_library() -> None:
    library, issues = _check(Checking(), sample_files() | {"bot.yaml": b"name: x\n"})
    assert library is None
    assert issues
