"""What a package was made of, kept with its entry in the register, so that it can be made again.

The words are kept as they came out and not as templates: settings, form and program may have others
by then.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from lpd_desktop.release.hand_over_fields import literal
from lpd_desktop.release.hand_over_texts import HandOverTexts
from lpd_desktop.release.package import Package
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.typed_data import decoded
from lpd_desktop.store.submission_entries import Planned


@dataclass(frozen=True)
class Recipe:
    """Name, recipient and words, and what lies beside the document; see `HandOver`."""

    texts: HandOverTexts
    publishing: bool = False
    changes: bool = True

    def as_text(self) -> str:
        """For the register."""
        return msgspec.json.encode(self).decode("utf-8")


def recipe_of(package: Package, *, publishing: bool, changes: bool) -> Recipe:
    """What gives just this package again."""
    letter = package.letter
    texts = HandOverTexts(
        literal(package.name),
        letter.recipient,
        ", ".join(letter.addresses),
        literal(letter.subject),
        literal(letter.text),
    )
    return Recipe(texts, publishing, changes)


def kept_recipe(made_of: str, planned: Planned, office: HandOverTexts) -> Recipe:
    """What was kept; for an entry without it the words of the office of now."""
    kept = read_recipe(made_of)
    if kept is not None:
        return kept
    texts = HandOverTexts(
        literal(planned.file_name),
        planned.recipient,
        office.recipient_email,
        office.mail_subject,
        office.mail_text,
    )
    return Recipe(texts)


def read_recipe(made_of: str) -> Recipe | None:
    """What was kept; None where there is nothing, or nothing that can be read."""
    try:
        return decoded(made_of.encode("utf-8"), Recipe)
    except (LpdError, msgspec.MsgspecError):
        return None
