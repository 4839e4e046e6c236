"""How far the review is, in words."""

from datetime import date

from bot.content.signing import flow_fingerprint
from bot.operators.review_status import standing_of, write_status
from tests.content.sample import Files, library_of, sample_files

TODAY = date(2026, 11, 24)


def signed(mark: str) -> Files:
    """Return the sample in which the flow about papers is signed off with a hash."""
    files = sample_files()
    line = f'start: start\nsigned-off: {{role: lawyer, date: 2026-11-22, hash: "{mark}"}}\n'
    files["flows/paper.yaml"] = files["flows/paper.yaml"].replace(b"start: start\n", line.encode(), 1)
    return files


def test_a_flow_is_a_draft_confirmed_or_changed_since() -> None:
    now = flow_fingerprint(library_of(sample_files()), "paper")
    libraries = [library_of(files) for files in (sample_files(), signed(now), signed("0"))]
    assert [standing_of(library, library.flows["paper"]) for library in libraries] == [
        "draft: not confirmed by anybody",
        "confirmed by lawyer on 2026-11-22",
        "draft: changed since lawyer confirmed it on 2026-11-22",
    ]


def test_statements_past_their_review_are_counted_with_their_pages() -> None:
    """A year and a month later everything that has a source is past it; a question never is."""
    report = list(write_status(library_of(sample_files()), date(2027, 12, 24)))
    assert report[-4:] == [
        "paper",
        "  draft: not confirmed by anybody",
        "  never compared as a whole with its live sources",
        "  4 of 5 statements past their review interval: decision",
    ]


def test_a_comparison_of_the_whole_flow_renews_it() -> None:
    files = sample_files()
    files["flows/paper.yaml"] = files["flows/paper.yaml"].replace(
        b"start: start", b"checked: 2027-12-01\nstart: start", 1
    )
    assert list(write_status(library_of(files), date(2027, 12, 24)))[-2:] == [
        "  compared with its live sources on 2027-12-01",
        "  0 of 5 statements past their review interval",
    ]
