"""No connection is opened, ever: Python tells of each one before it is made.

The hook sees what Python code does, in the program and in its libraries. What C++ does (Qt) is
seen by taking the network away: `python3 dev.py test --offline`.
"""

from __future__ import annotations

import ipaddress
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_EVENTS = frozenset(
    {
        "socket.connect",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "ftplib.connect",
        "http.client.connect",
        "imaplib.open",
        "poplib.connect",
        "smtplib.connect",
        "urllib.Request",
    }
)

attempts: list[str] = []
"""What was tried, for whoever swallows the error."""


class NetworkUsedError(RuntimeError):
    """Something wanted to reach another machine."""


def install() -> None:
    """Refuses every connection to another machine in this process, from now on."""
    sys.addaudithook(_watch)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _EVENTS and not _stays_here(event, arguments):
        attempts.append(f"{event} {arguments[1:]!r}")
        raise NetworkUsedError(attempts[-1])


def _stays_here(event: str, arguments: tuple[Any, ...]) -> bool:
    """Sockets of the file system, and this machine's own address."""
    address = arguments[1] if event in ("socket.connect", "socket.sendto", "socket.sendmsg") else ""
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        return _is_loopback(arguments[0])
    if isinstance(address, tuple) and address:
        return _is_loopback(address[0])
    return event.startswith("socket.") and isinstance(address, (str, bytes, type(None)))


def _is_loopback(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


@contextmanager
def expected_attempts() -> Iterator[list[str]]:
    """For the guard's own tests: what is tried in here does not count."""
    before = len(attempts)
    tried: list[str] = []
    try:
        yield tried
    finally:
        tried += attempts[before:]
        del attempts[before:]
