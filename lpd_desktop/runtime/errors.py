"""The root of all errors a person can meet."""

from __future__ import annotations

from typing import ClassVar


class LpdError(Exception):
    """Something a person must know: one plain German sentence that says what, where, what to do.

    Attributes:
        exit_status: What the command line answers with. 2: could not be done;
            1: done or refused because of the content (design: command line).
    """

    exit_status: ClassVar[int] = 2


class NotAllowedError(LpdError):
    """The content or the state of the plan does not allow the step."""

    exit_status = 1
