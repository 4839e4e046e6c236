"""The text parameters of a call, brought to the form in which Telegram shows them."""

from typing import Any

from telegram.constants import MessageLimit

from tests.telegram_api.entities import FormattedText, check_entities, trim
from tests.telegram_api.html_text import parse_html
from tests.telegram_api.recorder import Recorder
from tests.telegram_api.refusals import breach

RAW_BYTES = 32_768


def finish_text(parameters: dict[str, Any], recorder: Recorder, *, too_long: str) -> FormattedText:
    """The text of a message; never empty."""
    raw = parameters.get("text") or ""
    finished = _finish(raw, parameters.get("parse_mode"), parameters.get("entities") or [])
    if not finished.text:
        raise breach("message text is empty")
    if len(finished.text) > MessageLimit.MAX_TEXT_LENGTH:
        raise breach(too_long)
    _remark(finished, recorder)
    return finished


def finish_caption(parameters: dict[str, Any], recorder: Recorder) -> FormattedText:
    """The caption of a file; may be empty."""
    raw = parameters.get("caption") or ""
    finished = _finish(raw, parameters.get("parse_mode"), parameters.get("caption_entities") or [])
    if len(finished.text) > MessageLimit.CAPTION_LENGTH:
        raise breach("message caption is too long")
    _remark(finished, recorder)
    return finished


def _finish(raw: str, parse_mode: str | None, entities: list[dict[str, Any]]) -> FormattedText:
    if len(raw.encode()) > RAW_BYTES:
        raise breach("text is too long")
    if not parse_mode:
        return trim(check_entities(raw, entities))
    if parse_mode.lower() != "html":
        raise breach(f"unsupported parse_mode: this stand-in reads HTML and entities, not {parse_mode}")
    if entities:
        raise breach("parse_mode and entities exclude each other")
    return trim(parse_html(raw))


def _remark(finished: FormattedText, recorder: Recorder) -> None:
    for remark in finished.remarks:
        recorder.violate("text", remark)
