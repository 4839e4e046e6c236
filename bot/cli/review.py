"""`wegwijs review`: prints sheets for competent readers, and records what they confirmed."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from bot.cli.opening import content_folder, open_reading, open_sound
from bot.content.library import Library
from bot.content.model import Flow
from bot.content.reader import Reading
from bot.content.recording import Line, checked_line, record, sign_off_line
from bot.content.sign_offs import (
    Returned,
    find_day_fault,
    find_flow_fault,
    find_refusal,
    read_sign_offs,
    write_sign_offs,
)
from bot.content.talks import BELGIUM
from bot.errors import ReviewRefusedError

SIGN_OFFS = "sign-offs.yaml"
_AFTERWARDS = "Keep the change (git commit). A running bot takes it by itself."


@click.group()
def review() -> None:
    """Have the content confirmed: print sheets, record who confirmed them, see how far it is."""


@review.command()
@click.argument("flows", metavar="[FLOW]...", nargs=-1)
@click.option("--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Made if needed.")
def export(flows: tuple[str, ...], folder: Path) -> None:
    """Write a sheet to print for each flow (all, if none is named), and one file to fill in when they come back."""
    from bot.operators.review_sheet import write_sheet

    reading, library = open_sound(content_folder(None))
    wanted = [_find_flow(library, name) for name in flows or library.flows]
    _refuse_to_lose(folder / SIGN_OFFS)
    folder.mkdir(parents=True, exist_ok=True)
    for flow in wanted:
        marks = {step.id: reading.mark(f"step:{step.id}") for step in flow.steps.values()}
        sheet = folder / f"{flow.flow}.html"
        sheet.write_text(write_sheet(library, flow, marks, _today()), encoding="utf-8")
        click.echo(f"{sheet}: {flow.title}, {len(flow.steps)} pages")
    (folder / SIGN_OFFS).write_bytes(write_sign_offs(library, wanted))
    click.echo(f"{folder / SIGN_OFFS}: to fill in when several sheets come back")


@review.command("import")
@click.argument("flow", required=False)
@click.option("--role", default="", help="Who confirmed it, never a name: lawyer, return counsellor.")
@click.option("--date", "day", default="", help="The day of the signature: 2026-11-24.")
@click.option("--hash", "mark", default="", help="The hash on the signed sheet.")
@click.option(
    "--from", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A filled-in sign-offs.yaml."
)
def import_(flow: str | None, role: str, day: str, mark: str, file: Path | None) -> None:
    """Record that a role confirmed a flow exactly as it was printed."""
    if bool(flow) is bool(file):
        raise ReviewRefusedError("Name one flow, or a filled-in file with --from.")
    came_back = _read_file(file) if file else [Returned(flow or "", role, day, mark)]
    target = content_folder(None)
    reading, library = open_sound(target)
    refusals = [refusal for refusal in (find_refusal(library, one, _today()) for one in came_back) if refusal]
    if refusals:
        raise ReviewRefusedError("\n".join(refusals))
    _write(target, reading, {one.flow: sign_off_line(library.flows[one.flow], one) for one in came_back})
    for one in came_back:
        click.echo(f"{one.flow} is confirmed by {one.role.strip()} on {one.date}.")
    click.echo(_AFTERWARDS)


@review.command()
@click.argument("flow")
@click.option("--date", "day", required=True, help="The day it was compared: 2026-11-24.")
def confirm(flow: str, day: str) -> None:
    """Record that somebody compared a whole flow with its live sources and found it still correct."""
    target = content_folder(None)
    reading, library = open_sound(target)
    found = _find_flow(library, flow)
    fault = find_day_fault(day, _today())
    if fault:
        raise ReviewRefusedError(fault)
    if found.checked and day < found.checked.isoformat():
        raise ReviewRefusedError(
            f"{flow} was compared later already, on {found.checked}. If that day is wrong, correct it in its file."
        )
    _write(target, reading, {flow: checked_line(found, day)})
    click.echo(f"{flow} was compared with its live sources on {day}. {_AFTERWARDS}")


@review.command()
def status() -> None:
    """Show for each flow who confirmed it, whether it changed since, and what is past its review interval."""
    from bot.operators.review_status import write_status

    _, library = open_reading(content_folder(None))
    click.echo("\n".join(write_status(library, _today())))


def _today() -> date:
    return datetime.now(BELGIUM).date()


def _find_flow(library: Library, name: str) -> Flow:
    fault = find_flow_fault(library, name)
    if fault:
        raise ReviewRefusedError(fault)
    return library.flows[name]


def _read_file(file: Path) -> Sequence[Returned]:
    came_back, faults = read_sign_offs(file.name, file.read_bytes())
    if faults:
        raise ReviewRefusedError("\n".join(faults))
    if not came_back:
        raise ReviewRefusedError(
            f"Nothing in {file} is filled in. Write the role and the date of a signed sheet there."
        )
    return came_back


def _refuse_to_lose(file: Path) -> None:
    """Stop before a file that somebody began to fill in is written over."""
    if file.exists() and read_sign_offs(file.name, file.read_bytes()) != ([], []):
        raise ReviewRefusedError(f"{file} is filled in already. Import it first, or name another folder.")


def _write(target: Path, reading: Reading, lines: Mapping[str, Line]) -> None:
    try:
        changed = record(reading.files, lines)
    except ValueError as problem:
        raise ReviewRefusedError(str(problem)) from problem
    for name, data in changed.items():
        (target / name).write_bytes(data)
