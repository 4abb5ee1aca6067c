"""What every rule is given, and how it makes a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.stretches import Stretch, stretches_of
from lpd_desktop.check.rules import RULES
from lpd_desktop.form.model import CoverItem, Form
from lpd_desktop.plan.addresses import Address, text_fields
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.plan.work import Work


@dataclass(frozen=True)
class Context:
    """One plan with all that is around it; `previous` is the plan of the year before."""

    plan: Plan
    work: Work
    form: Form
    previous: Plan | None = None

    def finding(
        self, rule: str, where: Address, message: str, suggestion: str = "", quote: str = ""
    ) -> Finding:
        """A finding at an address, with the level that the table of rules gives it."""
        return Finding(
            rule=rule,
            level=RULES[rule].level,
            where=str(where),
            place=place_of(self.form, self.plan, where),
            message=message,
            suggestion=suggestion,
            quote=quote,
        )

    def texts(self) -> Iterator[tuple[Address, Blocks]]:
        """All rich-text fields of the plan in the order of the document."""
        return text_fields(self.form, self.plan)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Everything written, in the order of the document, read once for all rules."""
        return tuple(
            stretch for where, blocks in self.texts() for stretch in stretches_of(where, blocks)
        )

    @cached_property
    def whole_text(self) -> str:
        """All stretches in one text, to see at once what stands nowhere."""
        return "\n".join(stretch.text for stretch in self.stretches)

    def cover(self, *parts: str) -> Address:
        """An address on the cover, also where the form has none."""
        covers = (item.key for item in self.form.items if isinstance(item, CoverItem))
        return Address(next(covers, "cover"), parts)


RuleFunction = Callable[[Context], Iterator[Finding]]
