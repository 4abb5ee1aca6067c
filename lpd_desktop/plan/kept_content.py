"""Earlier contents of one answer, as the store keeps them: JSON at an address."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from msgspec.structs import replace as changed

from lpd_desktop.form.model import BudgetItem
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Answer, Figure, Plan
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.runtime.typed_data import converted

_TABLE, _FIGURES = ("table",), ("figures",)


def is_text(where: str) -> bool:
    """Whether texts are kept for an address, not tables or figures."""
    return Address.parse(where).parts not in (_TABLE, _FIGURES)


def kept_blocks(content: str) -> Blocks:
    """The blocks of a kept text.

    Raises:
        ValueError: it is no text.
    """
    blocks: Blocks = _converted(content, Blocks)
    return blocks


def _converted(content: str, kind: Any) -> Any:
    """Not msgspec's own reader: half a character may stand in a text."""
    return converted(json.loads(content), kind, strict=True)


def with_kept(file: LpdFile, where: str, content: str) -> LpdFile:
    """The plan with an earlier content at its address.

    Raises:
        KeyError: the plan has no such place any more.
        ValueError: the content does not fit the place.
    """
    address = Address.parse(where)
    if is_text(where):
        plan = with_blocks(file.form, file.plan, address, kept_blocks(content))
        return replace(file, plan=plan)
    return replace(file, plan=_with_fact(file, address, content))


def _with_fact(file: LpdFile, address: Address, content: str) -> Plan:
    answer = file.plan.answer(address.item)
    if address.parts == _FIGURES:
        return file.plan.with_answer(
            address.item, changed(answer, figures=_converted(content, tuple[Figure, ...]))
        )
    return file.plan.with_answer(address.item, _with_table(file, address, answer, content))


def _with_table(file: LpdFile, address: Address, answer: Answer, content: str) -> Answer:
    if not isinstance(file.form.item(address.item), BudgetItem):
        raise KeyError(str(address))
    return changed(answer, table=_converted(content, BudgetTable | None))
