"""Adding, filling, moving and removing internal potentials."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.addresses import with_potential
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Potential
from lpd_desktop.runtime.errors import NotAllowedError


class TooManyPotentialsError(NotAllowedError):
    """One more potential than the form allows."""


def add_potential(file: LpdFile) -> LpdFile:
    """Appends a potential: the one put away last with what was written into it, else an empty one.

    Raises:
        TooManyPotentialsError: the form's number is reached.
    """
    item = file.form.potentials
    if item is None or len(file.plan.potentials) >= item.at_most:
        number = item.at_most if item else 0
        message = f"Die Form sieht höchstens {number} Potentiale vor; bitte ändern Sie eines davon."
        raise TooManyPotentialsError(message)
    *others, added = file.work.put_away_potentials or (Potential(topic=""),)
    work = changed(file.work, put_away_potentials=tuple(others))
    return replace(_with(file, (*file.plan.potentials, added)), work=work)


def name_potential(file: LpdFile, index: int, topic: str) -> LpdFile:
    """Sets the topic of the potential at an index (from 0)."""
    potential = changed(file.plan.potentials[index], topic=topic)
    return replace(file, plan=with_potential(file.plan, index, potential))


def remove_potential(file: LpdFile, index: int) -> LpdFile:
    """Drops the potential at an index (from 0); undo brings it back."""
    potentials = file.plan.potentials
    return _with(file, (*potentials[:index], *potentials[index + 1 :]))


def move_potential(file: LpdFile, index: int, steps: int) -> LpdFile:
    """Moves a potential up (negative) or down (positive)."""
    potentials = list(file.plan.potentials)
    moved = potentials.pop(index)
    potentials.insert(max(0, min(len(potentials), index + steps)), moved)
    return _with(file, tuple(potentials))


def _with(file: LpdFile, potentials: tuple[Potential, ...]) -> LpdFile:
    return replace(file, plan=changed(file.plan, potentials=potentials))
