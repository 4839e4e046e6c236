"""What Telegram makes of a link: some vanish, some break."""

from urllib.parse import urlsplit


def find_link_fault(url: str) -> str | None:
    """Telegram's reason against a link, or None if it keeps it."""
    if url.lower().startswith(("tg://", "ton://")):
        return None
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
    except ValueError:
        return "Wrong HTTP URL"
    if parts.scheme.lower() not in {"http", "https"}:
        return "Unsupported URL protocol"
    host = parts.hostname or ""
    return "Wrong HTTP URL" if "." not in host or " " in host else None


def check_link(url: str) -> tuple[str | None, str | None]:
    """The link as shown (None: it vanished) and a sentence if that is not what was written."""
    if url.lower().startswith("mailto:"):
        return f"http://{url}/", f"the link {url} breaks in Telegram"
    fault = find_link_fault(url)
    if fault is not None:
        return None, f"the link {url} vanishes in Telegram: {fault}"
    return url, None
