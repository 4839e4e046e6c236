"""Where a request comes from, by its headers: from this machine itself, and from a page of our own.

A page on the internet can give 127.0.0.1 a name of its own (DNS rebinding), and a proxy hands on what strangers ask:
so the Host must name this machine, and no header may say that somebody handed the request on.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
HANDED_ON = ("forwarded", "x-real-ip", "via", "x-client-ip", "true-client-ip", "cf-connecting-ip")
HANDED_ON_PREFIX = "x-forwarded"


def is_loopback(host: str) -> bool:
    """Tell whether an address to listen on can be reached from this machine only."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_from_here(headers: Headers) -> bool:
    """Tell whether a request names this machine and nobody says to have handed it on."""
    hosts = headers.getlist("host")
    if len(hosts) != 1 or _name_of(hosts[0]) not in LOOPBACK_NAMES:
        return False
    return not any(name in HANDED_ON or name.startswith(HANDED_ON_PREFIX) for name in headers)


def is_from_own_page(headers: Headers) -> bool:
    """Tell whether a form was sent from a page of this very address: browsers say so by Origin."""
    hosts, origins = headers.getlist("host"), headers.getlist("origin")
    if len(hosts) != 1 or len(origins) != 1:
        return False
    schemes = {"https", "http"} if is_from_here(headers) else {"https"}
    origin = urlsplit(origins[0])
    return origin.scheme in schemes and origin.netloc.lower() == hosts[0].lower()


def _name_of(host: str) -> str:
    """Return a Host header without its port."""
    name, colon, port = host.lower().rpartition(":")
    return name if colon and port.isdecimal() else host.lower()
