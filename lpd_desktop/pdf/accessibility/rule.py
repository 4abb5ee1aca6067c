"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lpd_desktop.pdf.accessibility.opened import Opened


@dataclass(frozen=True)
class Found:
    """A violation; pages count from 1, and None stands for the whole file.

    Attributes:
        sentence: One German sentence that says what is wrong.
    """

    sentence: str
    page: int | None = None


@dataclass(frozen=True)
class Rule:
    """One requirement that a machine can judge.

    Attributes:
        key: Stable name, such as `heading-levels`.
        requirement: One German sentence.
        conditions: Failure conditions of the Matterhorn Protocol 1.1 that it covers, such as
            `14-003`; empty for what other standards ask (ISO 19005-3, ISO 32000-1).
        look: Finds the violations in a file.
    """

    key: str
    requirement: str
    conditions: tuple[str, ...]
    look: Callable[[Opened], Iterator[Found]]


@dataclass(frozen=True)
class Fault:
    """A violation with the key of the rule that found it."""

    rule: str
    sentence: str
    page: int | None = None
