"""The library that the parts make."""

from bot.content.assembling import revision_of
from bot.content.sound import read_sound
from tests.content.sample import sample_files


def test_the_revision_changes_with_every_byte() -> None:
    files = sample_files()
    assert revision_of(files) == revision_of(dict(reversed(files.items())))
    assert revision_of(files) != revision_of(files | {"notices.yaml": b""})
    assert revision_of({"ab": b"c"}) != revision_of({"a": b"bc"})


def test_the_revision_changes_with_every_recording() -> None:
    files, sound = sample_files(), {"audio/en/help.start.ogg": read_sound(b"one")}
    revisions = {revision_of(files), revision_of(files, sound), revision_of(files, {"audio/x.ogg": read_sound(b"two")})}
    assert len(revisions) == 3
