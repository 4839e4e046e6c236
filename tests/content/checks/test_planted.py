import itertools
from datetime import date
from functools import cache

import pytest

from bot.content.checks.codes import Code
from bot.content.issues import Issue, Severity
from bot.dialogue.checking import check_content
from tests.content.checks import (
    faults_of_audio,
    faults_of_evidence,
    faults_of_files,
    faults_of_languages,
    faults_of_links,
    faults_of_terms,
    faults_of_tone,
    faults_of_ways,
    faults_of_words,
)
from tests.content.checks.fault import Fault
from tests.content.sample import assert_readable, issues_of, line_of, reading_of, sample_files

FAULTS: tuple[Fault, ...] = tuple(
    itertools.chain.from_iterable(
        module.FAULTS
        for module in (
            faults_of_files,
            faults_of_links,
            faults_of_ways,
            faults_of_words,
            faults_of_tone,
            faults_of_terms,
            faults_of_evidence,
            faults_of_languages,
            faults_of_audio,
        )
    )
)
TESTED_ALONE = {Code.LIMIT_MESSAGE}
"""Codes whose fault always comes with an error that keeps the check from running."""


@cache
def _issues(fault: Fault) -> list[Issue]:
    return check_content(reading_of(fault.files()), fault.today)


def test_the_sample_has_no_fault() -> None:
    assert issues_of(sample_files()) == []


def test_the_sample_has_no_fault_on_the_day_it_was_written() -> None:
    assert check_content(reading_of(sample_files()), date(2026, 11, 21)) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}:{fault.file}:{fault.at.strip()[:30]}")
def test_a_planted_fault_is_found_where_it_stands(fault: Fault) -> None:
    files = fault.files()
    issues = _issues(fault)
    expected_line = line_of(files, fault.file, fault.at.splitlines()[0]) if fault.at else None
    found = [
        issue
        for issue in issues
        if issue.code == fault.code
        and issue.mark.file == fault.file
        and (expected_line is None or issue.mark.line == expected_line)
    ]
    assert found, [(issue.code, issue.mark, issue.sentence) for issue in issues]
    for issue in found:
        assert_readable(issue)
        if issue.mark.quote:
            assert issue.mark.quote == files[issue.mark.file].decode().splitlines()[issue.mark.line - 1]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}:{fault.file}:{fault.at.strip()[:30]}")
def test_a_planted_fault_is_not_reported_twice_under_other_codes(fault: Fault) -> None:
    issues = _issues(fault)
    errors = {issue.code for issue in issues if issue.severity is Severity.ERROR}
    assert errors <= {fault.code, *fault.also}


def test_every_code_has_a_planted_fault() -> None:
    assert set(Code) - {fault.code for fault in FAULTS} == TESTED_ALONE
