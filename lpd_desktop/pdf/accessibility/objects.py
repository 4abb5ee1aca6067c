"""All objects of a file, whatever leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

_MOST = 5_000_000


def all_values(pdf: Any) -> Iterator[Any]:
    """Every value of a pikepdf document once: containers, names, strings and numbers.

    Raises:
        ValueError: there are more than any document has.
    """
    import pikepdf

    waiting: list[Any] = list(pdf.objects)
    count = 0
    while waiting:
        value = waiting.pop()
        count += 1
        if count > _MOST:
            message = "the file has too many objects"
            raise ValueError(message)
        yield value
        if isinstance(value, pikepdf.Array):
            waiting += [each for each in value if not _is_elsewhere(each)]
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            for key, each in value.items():
                yield pikepdf.Name(key)
                if not _is_elsewhere(each):
                    waiting.append(each)


def is_dictionary(value: Any) -> bool:
    """Whether a value has entries: a dictionary or a stream."""
    return isinstance(value, _with_entries())


@cache
def _with_entries() -> tuple[type, ...]:
    import pikepdf

    return pikepdf.Dictionary, pikepdf.Stream


def is_stream(value: Any) -> bool:
    """Whether a value has bytes of its own."""
    import pikepdf

    return isinstance(value, pikepdf.Stream)


def _is_elsewhere(value: Any) -> bool:
    """Whether a value is an object of its own, which is met as such."""
    return bool(getattr(value, "is_indirect", False))
