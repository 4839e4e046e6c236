"""Whether a flow stands as a competent role confirmed it: any edit makes it a draft again."""

import hashlib
import json

from bot.content.model import Flow, as_written


def flow_fingerprint(flow: Flow) -> str:
    """Return a hash of everything a reader sees of a flow; not of its dates."""
    written = as_written(flow)
    for key in ("checked", "signed-off", "owner"):
        written.pop(key, None)
    text = json.dumps(written, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def is_signed_off(flow: Flow) -> bool:
    """Tell whether the flow is exactly what was signed off."""
    return flow.signed_off is not None and flow.signed_off.hash == flow_fingerprint(flow)
