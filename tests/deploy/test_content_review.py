"""The review of a pull request: its steps run for real in a git repository; only GitHub itself is a stand-in."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.sample import Files, sample_files, written
from tests.editors.changing import edited
from tests.storage.git_repository import commit, git, repository

GITHUB = Path(__file__).parents[2] / "deploy" / "github"
REWORDED = ("flows/paper.yaml", "text: Do you live at an address?", "text: Do you have an address?")
COMMENT_LIMIT = 65_536
GH = """#!/usr/bin/env python3
import json, os, sys
with open(os.environ["CALLS"], "a") as calls:
    calls.write(json.dumps(sys.argv[1:]) + "\\n")
if "--jq" in sys.argv:
    print(os.environ["FORMER"], end="")
"""
"""A stand-in for GitHub's own program: it notes what it is asked, and knows the comments that a test names."""


def pull_request(folder: Path, changed: Files, below: str = "content") -> Path:
    """Make a repository whose last commit merges a change into main, as GitHub lays it out, and return its root."""
    content = repository(folder, sample_files(), below)
    git(folder, "checkout", "--quiet", "-b", "change")
    written(content, changed)
    commit(folder, "The change")
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-ff", "--message", "Merge", "change")
    return folder


def review(root: Path, out: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the script as the workflow does."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {"PATH": path, "HOME": str(root), "BASE": "HEAD^1", "OUT": str(out), **settings}
    command = ["bash", str(GITHUB / "review.sh")]
    return subprocess.run(command, cwd=root, env=environment, check=False, capture_output=True, text=True)  # noqa: S603 - our own script


def test_a_sound_change_gets_its_words_and_its_screens(tmp_path: Path) -> None:
    """What changed, in words; the screens that differ, to be downloaded; nothing else is left behind."""
    root, out = pull_request(tmp_path / "repository", edited(REWORDED)), tmp_path / "out"
    done = review(root, out, SCREENS_AT="Download them.")
    assert done.returncode == 0, done.stderr
    comment = (out / "comment.md").read_text("utf-8")
    assert comment.startswith("<!-- wegwijs review -->\n## What this change does\n\n**Check:** no errors. 0 errors, ")
    assert "Text reworded: Do you <del>live at</del> <ins>have</ins> an address?" in comment
    assert "Outdated from now on: 1 text (paper 1)." in comment
    assert re.search(r"\*\*Screens that differ:\*\* 2 screens in en, ar, [0-9]+ kB\. Download them\.", comment)
    assert "<details><summary>Warnings and notes</summary>" in comment
    assert "translation-outdated" in comment
    assert "::warning file=content/locales/ar/LC_MESSAGES/paper.po" in done.stdout
    assert sorted(file.name for file in out.iterdir()) == ["comment.md", "screens.html"]
    assert git(root, "status", "--short") == ""


def test_a_faulty_change_is_shown_with_its_errors_first_and_fails(tmp_path: Path) -> None:
    """The comment is written before the job fails; content at the top of the repository works too."""
    faulty = edited(REWORDED, ("flows/help.yaml", "        to: numbers\n", "        to: nmbers\n"))
    root, out = pull_request(tmp_path / "repository", faulty, "."), tmp_path / "out"
    done = review(root, out)
    assert done.returncode == 1
    comment = (out / "comment.md").read_text("utf-8")
    assert "**Check: there are errors. The bot would not take this content.** 1 error, " in comment
    assert comment.index("error link-dangling") < comment.index("Warnings and notes")
    assert "Did you mean" in comment
    assert "<ins>have</ins>" in comment
    assert "::error file=flows/help.yaml,line=" in done.stdout


def test_content_that_cannot_be_read_is_said_in_the_comment(tmp_path: Path) -> None:
    """A broken bot.yaml: the topics are compared all the same, and no screen can be drawn."""
    broken = sample_files() | {"bot.yaml": b"nonsense\n"}
    root, out = pull_request(tmp_path / "repository", broken), tmp_path / "out"
    done = review(root, out)
    assert done.returncode == 1
    comment = (out / "comment.md").read_text("utf-8")
    assert "bot.yaml cannot be read now, so the menu and the languages are not compared." in comment
    assert "**Screens:** they cannot be shown while the content has these errors." in comment


def test_a_revision_that_is_not_there_is_said_in_the_comment(tmp_path: Path) -> None:
    """A checkout without history: the comment says what to do."""
    root, out = repository(tmp_path / "repository", sample_files()).parent, tmp_path / "out"
    done = review(root, out, CONTENT_DIR="content")
    assert done.returncode == 0
    assert 'There is no revision "HEAD^1" here.' in (out / "comment.md").read_text("utf-8")


def test_a_huge_change_still_fits_into_a_comment(tmp_path: Path) -> None:
    """Hundreds of pages and hundreds of errors: the first of each, and how to read the rest."""
    pages = "".join(
        f"  page-{number}:\n    title: Page {number}\n    text: {'word ' * 40}{number}\n    sources: nowhere\n\n"
        for number in range(900)
    )
    changed = edited(("flows/paper.yaml", "  decision:\n", f"{pages}  decision:\n"))
    root, out = pull_request(tmp_path / "repository", changed), tmp_path / "out"
    assert review(root, out).returncode == 1
    comment = (out / "comment.md").read_text("utf-8")
    assert 20_000 < len(comment) < COMMENT_LIMIT
    assert "more parts do not fit into this comment" in comment


@pytest.mark.parametrize("former", ["", "4711\n4712\n"])
def test_one_comment_remains_under_a_pull_request(tmp_path: Path, former: str) -> None:
    """The first time it is written, then it is replaced."""
    gh, calls, comment = tmp_path / "bin" / "gh", tmp_path / "calls", tmp_path / "comment.md"
    gh.parent.mkdir()
    gh.write_text(GH)
    gh.chmod(0o755)
    comment.write_text("<!-- wegwijs review -->\nWords.\n")
    environment = {
        "PATH": f"{gh.parent}:{os.environ['PATH']}",
        "CALLS": str(calls), "FORMER": former, "FILE": str(comment),
        "NUMBER": "7", "GITHUB_REPOSITORY": "owner/content",
    }  # fmt: skip
    bash = shutil.which("bash") or "bash"
    subprocess.run([bash, str(GITHUB / "comment.sh")], env=environment, check=True, cwd=tmp_path)  # noqa: S603 - our own script
    asked = [json.loads(line) for line in calls.read_text().splitlines()]
    assert asked[0][:3] == ["api", "--paginate", "repos/owner/content/issues/7/comments"]
    written_to = "repos/owner/content/issues/comments/4711" if former else "repos/owner/content/issues/7/comments"
    method = "PATCH" if former else "POST"
    assert asked[1:] == [["api", "--silent", "--method", method, written_to, "--field", f"body=@{comment}"]]


def workflow() -> dict[Any, Any]:
    """Return the workflow that an organisation copies."""
    read = yaml.safe_load((GITHUB / "content-review.yml").read_text("utf-8"))
    assert isinstance(read, dict)
    return read


def test_the_job_that_reads_a_change_may_write_nothing() -> None:
    """Least rights: none by default, reading for the review, comments for the job that reads no change."""
    jobs = workflow()["jobs"]
    assert workflow()["permissions"] == {}
    assert jobs["review"]["permissions"] == {"contents": "read"}
    assert jobs["comment"]["permissions"] == {"pull-requests": "write"}
    assert "pull_request_target" not in (GITHUB / "content-review.yml").read_text("utf-8")
    checkouts = [step for job in jobs.values() for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert all("github.event.pull_request.title" not in str(step) for job in jobs.values() for step in job["steps"])


def test_actions_are_githubs_own_and_pinned_and_each_script_exists() -> None:
    """Nobody else's code runs beside the content."""
    steps = [step for job in workflow()["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v[0-9]+", name) for name in used)
    scripts = re.findall(r"deploy/github/([a-z]+\.sh)", " ".join(step.get("run", "") for step in steps))
    assert sorted(scripts) == ["comment.sh", "review.sh"]
    assert all(os.access(GITHUB / script, os.X_OK) for script in scripts)
