"""What comes back from a review: which flow, by which role, when, and of exactly which text."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.content.library import Library
from bot.content.marks import Node, read_yaml, suggest
from bot.content.model import Flow
from bot.content.signing import flow_fingerprint, page_fingerprints

ROLE_LIMIT = 60
"""Characters of a role; it stands under every page of the flow."""
_HEAD = """\
# One entry for each review sheet that was printed. Where a sheet was signed, write the role (never a name) and the
# date of the signature; leave the others empty. Then: wegwijs review import --from <this file>
"""


@dataclass(frozen=True, slots=True)
class Returned:
    """One sheet that came back, as typed; `pages` are the pages as printed, if that is known."""

    flow: str
    role: str
    date: str
    hash: str
    pages: Mapping[str, str] = field(default_factory=dict)


def write_sign_offs(library: Library, flows: Iterable[Flow]) -> bytes:
    """Return the file that is filled in when the sheets of these flows come back."""
    lines = [_HEAD]
    for flow in flows:
        lines += [f'\n{flow.flow}:\n  role: ""\n  date: ""\n  hash: "{flow_fingerprint(library, flow.flow)}"\n']
        lines += ["  pages:\n"]
        lines += [f'    {name}: "{mark}"\n' for name, mark in page_fingerprints(library, flow).items()]
    return "".join(lines).encode()


def read_sign_offs(file: str, data: bytes) -> tuple[list[Returned], list[str]]:
    """Return the entries that somebody began to fill in, and what cannot be read."""
    document, issues = read_yaml(file, data)
    faults = [f"{issue.mark.file}, line {issue.mark.line}: {issue.sentence} {issue.mend}" for issue in issues]
    if document is None or not isinstance(document.value, dict):
        return [], faults or [f"{file} is no file of sign-offs. Take the one that wegwijs review export wrote."]
    read = [_returned(flow, node) for flow, node in document.value.items()]
    return [one for one in read if one.role or one.date], faults


def _returned(flow: str, node: Node) -> Returned:
    values = node.plain()
    written = values if isinstance(values, dict) else {}
    role, day, mark = (str(written.get(key, "")).strip() for key in ("role", "date", "hash"))
    pages = written.get("pages")
    return Returned(flow, role, day, mark, pages if isinstance(pages, dict) else {})


def find_refusal(library: Library, returned: Returned, today: date) -> str | None:
    """Say in one line why a sheet cannot be recorded, with the mend; None if it can."""
    return (
        find_flow_fault(library, returned.flow)
        or find_role_fault(returned.role)
        or find_day_fault(returned.date, today)
        or _find_change(library, returned)
    )


def find_flow_fault(library: Library, name: str) -> str | None:
    """Say that there is no such flow."""
    return None if name in library.flows else f'There is no flow "{name}". {suggest(name, library.flows)}'


def find_day_fault(text: str, today: date) -> str | None:
    """Say why a text is not a day on which something was done."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        return f'The date "{text}" is no day. Write it as {today.isoformat()}.'
    return f"The date {text} has not come yet. Write the day on which it was done." if day > today else None


def find_role_fault(role: str) -> str | None:
    """Say why a text cannot be the role of who confirmed something."""
    if not role.strip():
        return "The role is empty. Write who confirmed it, without a name: lawyer, return counsellor."
    if len(role) > ROLE_LIMIT or not role.isprintable():
        return f"The role stands under every page: at most {ROLE_LIMIT} characters on one line. Shorten it."
    return None


def _find_change(library: Library, returned: Returned) -> str | None:
    if returned.hash == flow_fingerprint(library, returned.flow):
        return None
    if not returned.hash:
        return "The hash is missing. It stands on the sheet, above and at the end: --hash."
    changed = _changed_pages(page_fingerprints(library, library.flows[returned.flow]), returned.pages)
    return (
        f"{returned.flow} is not what was printed with the hash {returned.hash}{changed}. If the hash is typed as on "
        f"the sheet, the text or a fact has changed since: print it anew (wegwijs review export {returned.flow} --to "
        f"FOLDER) and have it signed again."
    )


def _changed_pages(now: Mapping[str, str], printed: Mapping[str, str]) -> str:
    """Return ": changed first-hours; new visits; gone lawyer", or nothing if that cannot be known."""
    groups = {
        "changed": [name for name in now if name in printed and now[name] != printed[name]],
        "new": [name for name in now if name not in printed],
        "gone": [name for name in printed if name not in now],
    }
    if not printed or not any(groups.values()):
        return ""
    return ": " + "; ".join(f"{what} {', '.join(names)}" for what, names in groups.items() if names)


def as_yaml(returned: Returned) -> str:
    """Return a sign-off as it stands in a flow's file."""
    role = json.dumps(returned.role.strip(), ensure_ascii=False)
    return f'{{role: {role}, date: {returned.date}, hash: "{returned.hash}"}}'
