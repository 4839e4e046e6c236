"""A line of a review is put into a file only if reading it back gives just that."""

import pytest

from bot.content.recording import checked_line, record, sign_off_line
from bot.content.sign_offs import Returned
from tests.content.sample import Files, library_of, sample_files

RETURNED = Returned("paper", 'lawyer: "asylum" # é', "2026-11-22", "0123456789012345")


def recorded(files: Files) -> Files:
    """Return the files in which the flow about papers was confirmed."""
    return files | record(files, {"paper": sign_off_line(library_of(files).flows["paper"], RETURNED)})


def test_a_role_with_signs_of_yaml_comes_back_as_it_was() -> None:
    signed = library_of(recorded(sample_files())).flows["paper"].signed_off
    assert signed is not None
    assert (signed.role, signed.date.isoformat(), signed.hash) == ('lawyer: "asylum" # é', "2026-11-22", RETURNED.hash)


def test_only_the_file_of_the_flow_is_touched_and_only_one_line_of_it() -> None:
    before, after = sample_files(), recorded(sample_files())
    assert [name for name in after if after[name] != before[name]] == ["flows/paper.yaml"]
    lines = after["flows/paper.yaml"].splitlines()
    new = [line for line in lines if line.startswith(b"signed-off:")]
    assert len(new) == 1
    lines.remove(new[0])
    assert lines == before["flows/paper.yaml"].splitlines()


def test_the_day_of_comparison_stands_above_the_sign_off() -> None:
    files = sample_files()
    files |= record(files, {"paper": checked_line(library_of(files).flows["paper"], "2026-11-22")})
    keys = [line.partition(":")[0] for line in recorded(files)["flows/paper.yaml"].decode().splitlines()[:6]]
    assert keys == ["flow", "title", "owner", "checked", "signed-off", "start"]


def test_a_form_that_cannot_be_edited_is_refused_with_the_line_to_write() -> None:
    """A file in one pair of braces is YAML too, and nobody's file is broken for a signature."""
    text = "{flow: a, title: A, owner: t, start: s, steps: {s: {title: A, text: A, sources: none}}}"
    files = sample_files() | {"flows/a.yaml": text.encode()}
    line = sign_off_line(library_of(files).flows["a"], RETURNED)
    with pytest.raises(ValueError, match="Write it there yourself: signed-off: "):
        record(files, {"a": line})
