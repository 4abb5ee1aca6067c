"""Data from outside into our types, by msgspec, from any thread.

What msgspec knows of a struct it finds out when the struct is first decoded, and keeps before it is
complete; a second thread that decodes the same struct meanwhile ends the process. So it finds that
out here, under a lock, before any value is looked at.
"""

from __future__ import annotations

import threading
from typing import Any, TypeVar, overload

import msgspec

_LOCK = threading.Lock()
_KNOWN: set[Any] = set()


_Kind = TypeVar("_Kind")


@overload
def converted(
    value: Any, kind: type[_Kind], *, strict: bool = ..., from_attributes: bool = ...
) -> _Kind: ...


@overload
def converted(value: Any, kind: Any, *, strict: bool = ..., from_attributes: bool = ...) -> Any: ...


def converted(value: Any, kind: Any, *, strict: bool = True, from_attributes: bool = False) -> Any:
    """As `msgspec.convert`.

    Raises:
        msgspec.ValidationError: the value does not fit the type.
    """
    _learn(kind)
    return msgspec.convert(value, kind, strict=strict, from_attributes=from_attributes)


@overload
def decoded(data: bytes | str, kind: type[_Kind]) -> _Kind: ...


@overload
def decoded(data: bytes | str, kind: Any) -> Any: ...


def decoded(data: bytes | str, kind: Any) -> Any:
    """The value in JSON text.

    Raises:
        msgspec.MsgspecError: the text is no JSON, or does not fit the type.
    """
    _learn(kind)
    return msgspec.json.decode(data, type=kind)


def decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """For many values of one type."""
    _learn(kind)
    return msgspec.json.Decoder(kind)


def _learn(kind: Any) -> None:
    if kind in _KNOWN:
        return
    with _LOCK:
        msgspec.json.Decoder(kind)
        _KNOWN.add(kind)
