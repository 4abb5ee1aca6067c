"""What the program and its spelling process say to each other: one JSON line each."""

from __future__ import annotations

import msgspec


class Accept(msgspec.Struct, tag="accept", frozen=True):
    """From now on these words are known as well; answered by `Done`."""

    words: tuple[str, ...]


class Ask(msgspec.Struct, tag="ask", frozen=True):
    """Which of these words are known? Answered by `Known`."""

    words: tuple[str, ...]


class Propose(msgspec.Struct, tag="propose", frozen=True):
    """What may a word have been? Answered by `Proposals`."""

    word: str
    limit: int


class Done(msgspec.Struct, tag="done", frozen=True):
    """The process is ready for the next request."""


class Known(msgspec.Struct, tag="known", frozen=True):
    """For each word of an `Ask` whether it is known."""

    known: tuple[bool, ...]


class Proposals(msgspec.Struct, tag="proposals", frozen=True):
    """The likeliest first."""

    words: tuple[str, ...]


class Refused(msgspec.Struct, tag="refused", frozen=True):
    """The dictionary cannot be used; a German sentence says why."""

    sentence: str


Request = Accept | Ask | Propose
Answer = Done | Known | Proposals | Refused
