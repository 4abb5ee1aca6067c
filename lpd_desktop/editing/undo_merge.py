"""Taking a step back or bringing it back while the texts typed since stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.form.model import Form
from lpd_desktop.plan.addresses import Address, text_fields, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Potential
from lpd_desktop.plan.rich_text import Blocks, is_blank
from lpd_desktop.plan.work import Work


def with_typed_texts(now: LpdFile, left: LpdFile, target: LpdFile) -> LpdFile:
    """`target`, with the texts that were typed after `left` was reached.

    A field counts as typed since when it differs between `left` and `now`. The texts of a topic
    or potential that `target` does not have wait beside the plan, as if it were put away, and
    stay there when more steps are taken back; another text whose field it does not have is left
    out. Potentials are addressed by their number, which steps change: a text goes to the
    potential it was typed into.
    """
    plan = target.plan
    numbers = _numbers_in_target(left.plan.potentials, target.plan.potentials)
    for address, blocks in _typed_since(left, now):
        place = _in_target(target.form, address, numbers)
        if place is None:
            continue
        try:
            plan = with_blocks(target.form, plan, place, blocks)
        except KeyError:
            continue
    work = _with_topics_waiting(target, left, now)
    return replace(target, plan=plan, work=_with_potentials_waiting(work, left, now, numbers))


def _with_topics_waiting(target: LpdFile, left: LpdFile, now: LpdFile) -> Work:
    """The work of `target`, in which topics wait that it has not, with what was typed into them.

    Their texts could else be had back by redoing alone, until the next step ends that.
    """
    kept = {
        topic.key: topic
        for topic in now.work.put_away_topics
        if topic not in left.work.put_away_topics and target.plan.topic(topic.key) is None
    }
    waiting = kept | {
        topic.key: topic
        for topic in now.plan.topics
        if target.plan.topic(topic.key) is None
        and topic != left.plan.topic(topic.key)
        and not all(is_blank(blocks) for blocks in topic.answers.values())
    }
    if not waiting:
        return target.work
    older = (each for each in target.work.put_away_topics if each.key not in waiting)
    return changed(target.work, put_away_topics=(*older, *waiting.values()))


def _with_potentials_waiting(
    work: Work, left: LpdFile, now: LpdFile, numbers: dict[int, int]
) -> Work:
    """Likewise for the potentials that are not among those with a number in the target."""
    before, older = left.plan.potentials, left.work.put_away_potentials
    lost = [
        (earlier, potential)
        for number, (earlier, potential) in enumerate(
            zip(before, now.plan.potentials, strict=False), 1
        )
        if number not in numbers and potential != earlier and not potential.is_empty
    ]
    outdated = [earlier for earlier, _potential in lost]
    waiting = (
        *(each for each in work.put_away_potentials if each not in outdated),
        *(each for each in now.work.put_away_potentials if each not in older),
        *(potential for _earlier, potential in lost),
    )
    return changed(work, put_away_potentials=waiting) if waiting else work


def _typed_since(left: LpdFile, now: LpdFile) -> Iterator[tuple[Address, Blocks]]:
    before = dict(text_fields(left.form, left.plan))
    for address, blocks in text_fields(now.form, now.plan):
        if before.get(address, ()) != blocks:
            yield address, blocks


def _in_target(form: Form, address: Address, numbers: dict[int, int]) -> Address | None:
    item = form.potentials
    if item is None or address.item != item.key:
        return address
    number, part = address.parts
    found = numbers.get(int(number))
    return None if found is None else Address(address.item, (str(found), part))


def _numbers_in_target(left: Sequence[Potential], target: Sequence[Potential]) -> dict[int, int]:
    """From the number of a potential to its number in the target, both from 1.

    First the ones that the step left as they are, by identity before equality, since empty ones
    are all equal; then, where the step only filled or renamed some, those at the same place.
    """
    numbers: dict[int, int] = {}
    for is_same in (lambda one, other: one is other, lambda one, other: one == other):
        for number, potential in enumerate(left, 1):
            free = _free(target, numbers)
            if number not in numbers:
                found = next((each for each in free if is_same(potential, target[each - 1])), None)
                numbers |= {} if found is None else {number: found}
    if len(left) == len(target):
        free = _free(target, numbers)
        numbers |= {number: number for number in free if number not in numbers}
    return numbers


def _free(target: Sequence[Potential], numbers: dict[int, int]) -> list[int]:
    taken = set(numbers.values())
    return [number for number in range(1, len(target) + 1) if number not in taken]
