"""New entries for the content: put into its files, checked as a whole, and only then handed over to be written."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.content.audio import Sounds
from bot.content.checks.codes import Code
from bot.content.forms import modeline
from bot.content.inserting import Written, entry_lines, insert, listed
from bot.content.issues import new_errors
from bot.content.keys import write_lock
from bot.content.library import Library
from bot.content.merge import former_contexts, merge, sources_by_domain
from bot.content.reader import LOCK_FILE, Reading, read_content
from bot.content.translations import catalogue_file, ledger_file
from bot.dialogue.checking import check_content
from bot.editors import entry_text
from bot.editors.entry_text import Value
from bot.errors import ContentFaultyError
from bot.i18n.catalogues import write_catalogue
from bot.i18n.ledger import write_ledger

Files = Mapping[str, bytes]
"""Path below the content folder -> bytes."""


@dataclass(frozen=True, slots=True)
class Button:
    """A new option, and the step that gets it: flow.step."""

    step: str
    text: str


def add_flow(files: Files, name: str, head: Mapping[str, Written], step: tuple[str, Mapping[str, Written]]) -> Files:
    """Return the new file of a flow with its first step."""
    file = f"flows/{name}.yaml"
    if file in files:
        raise ContentFaultyError(f"There is a flow {name} already: {file}. Choose another id.")
    lines = [modeline(file), *entry_lines({"flow": name, **head, "start": step[0]}), "", "steps:"]
    lines += [f"  {step[0]}:", *entry_lines(step[1], 4), ""]
    return {file: "\n".join(lines).encode()}


def add_step(files: Files, flow: str, name: str, step: Mapping[str, Written]) -> Files:
    """Return the file of a flow with one more step."""
    lines = [f"{name}:", *entry_lines(step, 2)]
    return {_flow_file(files, flow): _insert(files, _flow_file(files, flow), ("steps",), lines)}


def add_option(files: Files, library: Library, button: Button, target: str) -> Files:
    """Return the file of a flow in which a step has one more button."""
    flow, _, name = button.step.partition(".")
    if button.step not in library.steps:
        raise ContentFaultyError(f"There is no step {button.step}. Write it as flow.step.")
    to = target.removeprefix(f"{flow}.")
    option = {"text": button.text, "to": to}
    file = _flow_file(files, flow)
    if library.steps[button.step].options:
        return {file: _insert(files, file, ("steps", name, "options"), listed(option))}
    return {file: _insert(files, file, ("steps", name), ["options:", *listed(option, 2)])}


def add_entry(files: Files, file: str, name: str, values: Mapping[str, Value]) -> Files:
    """Return a file of facts, places or notices with one more entry; a new file names its schema."""
    try:
        return {file: entry_text.add_entry(files.get(file) or f"{modeline(file)}\n".encode(), name, values)}
    except ValueError as problem:
        raise ContentFaultyError(f"{file}: {problem}") from problem


def add_language(files: Files, code: str, fallback: str) -> Files:
    """Return bot.yaml with one more language, and its empty catalogues and ledgers."""
    changed = {"bot.yaml": _insert(files, "bot.yaml", ("locales",), [f'{code}: {{fallback: "{fallback}"}}'])}
    library = _library(read_content({**files, **changed}))
    for domain, sources in sources_by_domain(library).items():
        merged = merge(sources, {}, {}, former_contexts(library))
        changed[catalogue_file(code, domain)] = write_catalogue(merged.rows, code, domain)
        changed[ledger_file(code, domain)] = write_ledger(merged.ledger)
    return changed


def add_user_name(files: Files, name: str) -> Files:
    """Return bot.yaml with the bot's user name on Telegram at its end."""
    return {"bot.yaml": _insert(files, "bot.yaml", (), ["telegram:", *entry_lines({"user-name": name}, 2)])}


def accept(files: Files, sounds: Sounds, changed: Files) -> Files:
    """Return what is to be written, with the new ids in ids.lock, if the content has no error that it had not before.

    Raises:
        ContentFaultyError: it has; the message lists them.
    """
    broken = next((issue for issue in read_content(files).issues if issue.code == Code.IDS_LOCK), None)
    if broken is not None:
        raise ContentFaultyError(f"{broken.sentence} {broken.mend}")
    reading = read_content({**files, **changed}, sounds)
    new = new_errors(check_content(read_content(files, sounds)), check_content(reading))
    if new:
        lines = (f"{issue.mark.file}:{issue.mark.line}: {issue.sentence} {issue.mend}" for issue in new)
        raise ContentFaultyError("\n".join(["Nothing was written, since the content would have errors:", *lines]))
    return {**changed, LOCK_FILE: write_lock(_library(reading).keys.by_id)}


def _flow_file(files: Files, flow: str) -> str:
    file = f"flows/{flow}.yaml"
    if file not in files:
        raise ContentFaultyError(f"There is no flow {flow}: {file} does not exist. wegwijs new flow makes one.")
    return file


def _insert(files: Files, file: str, path: tuple[str, ...], lines: list[str]) -> bytes:
    try:
        return insert(files[file], path, lines)
    except ValueError as problem:
        raise ContentFaultyError(f"{file}: {problem}") from problem


def _library(reading: Reading) -> Library:
    if reading.library is None:
        raise ContentFaultyError("bot.yaml cannot be used. Mend it first: wegwijs check")
    return reading.library
