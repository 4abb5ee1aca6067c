"""The days of a draft as the list of drafts stores them, so that no plan is loaded for them."""

from __future__ import annotations

import json

import msgspec

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.own_dates import DueDate
from lpd_desktop.plan.plan_dates import dates_of
from lpd_desktop.runtime.typed_data import decoded

OLDER_FORM = "older_form"
"""The form of a draft that was saved before its days were stored, where it names deadlines."""

WITH_OLDER_FORM = f"""
    select drafts.*, case when dates is null then (
        select content from parts
        where draft = drafts.id and name = 'form' and instr(content, '"deadlines"') > 0
    ) end as {OLDER_FORM}
    from drafts
"""

_NONE = "[]"


def stored_dates(file: LpdFile) -> str:
    """The days as JSON text."""
    listed = [msgspec.to_builtins(each) for each in dates_of(file)]
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode("utf-8")


def dates_from(stored: str | None, older_form: str | None) -> tuple[DueDate, ...]:
    """The days in a row; what cannot be read reminds of nothing."""
    if stored == _NONE or (stored is None and older_form is None):
        return ()
    try:
        if stored is not None:
            return decoded(stored, tuple[DueDate, ...])
        return _of_form(json.loads(older_form or "{}"))
    except (msgspec.MsgspecError, ValueError, KeyError, TypeError, AttributeError):
        return ()


def _of_form(form: dict[str, object]) -> tuple[DueDate, ...]:
    """As `due_dates`; before that nobody had own dates."""
    from lpd_desktop.form.model import Form
    from lpd_desktop.plan.own_dates import due_dates
    from lpd_desktop.runtime.typed_data import converted

    return due_dates(converted(form, Form), (), is_handed_over=False)
