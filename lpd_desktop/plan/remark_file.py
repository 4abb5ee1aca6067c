"""The .lpd-remarks file: remarks on their way, without the plan that they are about.

A reviewer who has only the PDF returns this; whoever has the plan takes it in.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

import msgspec

from lpd_desktop.plan.fault_place import place_of_fault
from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.plan.foreign_remarks import add_time_patterns, clean_remarks, fault_of_times
from lpd_desktop.plan.remark import Remark, Remarks
from lpd_desktop.plan.remark_anchor import MOST_QUOTED
from lpd_desktop.plan.remark_changes import (
    MOST_LETTERS,
    MOST_REMARKS,
    MOST_REPLIES,
    RemarkRefusedError,
)
from lpd_desktop.plan.remark_merging import merged_remarks
from lpd_desktop.plan.rich_text import PlanPart
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.foreign_text import clean_line
from lpd_desktop.runtime.schema_text import with_clean_descriptions
from lpd_desktop.runtime.typed_data import converted

REMARKS_SCHEMA = 1
REMARKS_SUFFIX = ".lpd-remarks"
MOST_BYTES = 16 * 1024 * 1024

UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From a schema number to the step that leads to the next one."""

_MOST_ID = 100
_MOST_COUNTED = 1_000_000_000


class NotRemarksError(LpdError):
    """The bytes are no .lpd-remarks file."""


class NewerRemarksError(LpdError):
    """The file was written by a later version of the program."""


class OtherPlanError(NotAllowedError):
    """The remarks are about another plan."""


class RemarkedPlan(PlanPart, kw_only=True, omit_defaults=False, frozen=True):
    """Which plan the remarks are about.

    Attributes:
        id: The id of the plan, the same in all its versions.
        form: The id of its form.
        jobcenter: Who planned.
        year: For which year.
        digest: SHA-256 over the data that the remarks were made on; the seal of a released plan.
        version: Of the release, 0 without one.
    """

    id: str
    form: str
    jobcenter: str = ""
    year: int = 0
    digest: str = ""
    version: int = 0


class RemarkFile(PlanPart, kw_only=True, omit_defaults=False, frozen=True):
    """The whole file."""

    schema: int = REMARKS_SCHEMA
    plan: RemarkedPlan
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Taken:
    """What came of taking a file.

    Attributes:
        remarks: All of them together.
        changed: How many that were known have other words or another standing now.
    """

    remarks: Remarks
    new_remarks: int
    new_replies: int
    changed: int

    @property
    def is_nothing(self) -> bool:
        """Whether everything was known."""
        return not (self.new_remarks or self.new_replies or self.changed)


def remark_file_of(file: LpdFile, remarks: Remarks | None = None) -> RemarkFile:
    """The remarks of a plan, or others about it, as they go on their way."""
    jobcenter = file.plan.jobcenter
    about = RemarkedPlan(
        id=file.plan.id,
        form=file.form.id,
        jobcenter=jobcenter.own_name or jobcenter.name,
        year=file.form.year,
        digest=seal_digest(file),
        version=file.release.version if file.release is not None else 0,
    )
    found = file.work.remarks if remarks is None else remarks
    return RemarkFile(plan=about, remarks=merged_remarks(found, ()))


def taken(file: LpdFile, returned: RemarkFile) -> Taken:
    """The remarks of a plan with those of a file; the same file once more adds nothing.

    Raises:
        OtherPlanError: the file is about another plan.
    """
    require_same_plan(file, returned)
    return joined(file.work.remarks, returned.remarks)


def joined(ours: Remarks, theirs: Remarks) -> Taken:
    """Both lists as one, and what is new in it for whoever has `ours`."""
    known = {each.id: each for each in merged_remarks(ours, ())}
    remarks = merged_remarks(ours, theirs)
    _require_room(remarks)
    new = [each for each in remarks if each.id not in known]
    old = [(known[each.id], each) for each in remarks if each.id in known]
    replies = [len(now.replies) - len(before.replies) for before, now in old]
    reworded = [now for before, now in old if _without_replies(before) != _without_replies(now)]
    visible = sum(each.is_shown for each in new)
    return Taken(remarks, visible, sum(replies), len(reworded))


def _require_room(remarks: Remarks) -> None:
    """What comes together must be readable again."""
    if len(remarks) > MOST_REMARKS or any(len(each.replies) > MOST_REPLIES for each in remarks):
        message = (
            f"Zusammen wären es mehr als {MOST_REMARKS} Anmerkungen oder {MOST_REPLIES} Antworten "
            "auf eine; so viele nimmt ein Planungsdokument nicht auf."
        )
        raise RemarkRefusedError(message)


def _without_replies(remark: Remark) -> Remark:
    return msgspec.structs.replace(remark, replies=())


def require_same_plan(file: LpdFile, returned: RemarkFile) -> None:
    """Remarks belong to one plan, in whichever version.

    Raises:
        OtherPlanError: they are about another one.
    """
    about = returned.plan
    if (about.id, about.form) == (file.plan.id, file.form.id):
        return
    if _named(about) == _named(remark_file_of(file, ()).plan):
        message = (
            "Die Anmerkungen gehören zu einem anderen Planungsdokument, das genauso heißt "
            f"({_named(about)}), etwa einem, das getrennt angelegt oder noch einmal eingelesen "
            "wurde; bitte nehmen Sie sie in der Datei auf, aus der das PDF der Prüfenden entstand."
        )
        raise OtherPlanError(message)
    message = (
        f"Die Anmerkungen gehören zu einem anderen Planungsdokument ({_named(about)}); "
        "bitte öffnen Sie dieses und nehmen Sie sie dort auf."
    )
    raise OtherPlanError(message)


def _named(about: RemarkedPlan) -> str:
    named = " ".join(part for part in (about.jobcenter, str(about.year or "")) if part)
    return named or about.form


def write_remarks(remarks: RemarkFile) -> bytes:
    """The file's bytes: UTF-8, sorted keys, two-space indent, one final newline.

    Raises:
        NotRemarksError: some text holds half a character.
    """
    raw = msgspec.to_builtins(remarks)
    text = json.dumps(raw, sort_keys=True, indent=2, ensure_ascii=False)
    try:
        return f"{text}\n".encode()
    except UnicodeEncodeError:
        _refuse("ein Text enthält ein halbes Zeichen")


def read_remarks(data: bytes) -> RemarkFile:
    """The file in these bytes.

    Raises:
        NotRemarksError: no JSON, or not of this shape, with the place.
        NewerRemarksError: a schema number that this version does not know.
    """
    raw = _upgraded(_parsed(data))
    try:
        found: RemarkFile = converted(raw, RemarkFile, strict=True)
    except (msgspec.ValidationError, RecursionError) as error:
        place = place_of_fault(raw, RemarkFile, str(error)).lstrip("/.")
        _refuse(f"die Angabe bei „{place}“ passt nicht zum Format")
    _require_bounds(found)
    return _cleaned(found)


def _parsed(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        _refuse(f"sie ist größer als {MOST_BYTES // (1024 * 1024)} MB")
    try:
        raw = json.loads(data.decode("utf-8-sig"))
        json.dumps(raw, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        _refuse("der Inhalt ist beschädigt oder stammt aus einem anderen Programm")
    if not isinstance(raw, dict) or not {"schema", "plan", "remarks"} <= raw.keys():
        _refuse("die Angaben „schema“, „plan“ und „remarks“ fehlen")
    return raw


def _upgraded(raw: dict[str, Any]) -> dict[str, Any]:
    number = raw["schema"]
    if type(number) is not int or number < 1:
        _refuse("die Nummer des Formats ist ungültig")
    if number > REMARKS_SCHEMA:
        message = (
            f"Die Anmerkungen haben das Format {number}, dieses Programm kennt Formate bis "
            f"{REMARKS_SCHEMA}. Bitte nehmen Sie sie mit einer neueren Version von LPD Desktop auf."
        )
        raise NewerRemarksError(message)
    while raw["schema"] < REMARKS_SCHEMA:
        raw = UPGRADES[raw["schema"]](raw)
    return raw


def _require_bounds(found: RemarkFile) -> None:
    """What nobody writes by hand is no file of ours."""
    remarks = found.remarks
    replies = [reply for remark in remarks for reply in remark.replies]
    if len(remarks) > MOST_REMARKS or any(len(each.replies) > MOST_REPLIES for each in remarks):
        _refuse("sie enthält zu viele Anmerkungen oder Antworten")
    idents = [*(each.id for each in remarks), *(each.id for each in replies)]
    if any(not 0 < len(ident) <= _MOST_ID or not ident.isprintable() for ident in idents):
        _refuse("die Kennung einer Anmerkung ist ungültig")
    values = (value for each in (*remarks, *replies) for value in msgspec.structs.astuple(each))
    if any(isinstance(value, str) and len(value) > MOST_LETTERS for value in values):
        _refuse(f"ein Text ist länger als {MOST_LETTERS} Zeichen")
    if any(len(each.quote) > MOST_QUOTED for each in remarks):
        _refuse(f"ein Zitat ist länger als {MOST_QUOTED} Zeichen")
    numbers = (number for each in remarks for number in (each.at, each.revision, each.turns))
    if any(not 0 <= number <= _MOST_COUNTED for number in numbers):
        _refuse("eine Zahl darin kann nicht stimmen")
    fault = fault_of_times(remarks)
    if fault:
        _refuse(fault)


def _cleaned(found: RemarkFile) -> RemarkFile:
    """Names and texts of a stranger are shown in lists, on paper and in terminals."""
    about = msgspec.structs.replace(found.plan, jobcenter=clean_line(found.plan.jobcenter))
    remarks = merged_remarks(clean_remarks(found.remarks), ())
    return msgspec.structs.replace(found, plan=about, remarks=remarks)


def _refuse(reason: str) -> NoReturn:
    message = (
        f"Das ist keine lesbare Datei mit Anmerkungen ({REMARKS_SUFFIX}): {reason}. "
        "Bitte prüfen Sie, ob Sie die richtige Datei gewählt haben."
    )
    raise NotRemarksError(message) from None


def remark_file_schema() -> dict[str, Any]:
    """The schema that `resources/lpd-remarks.schema.json` holds."""
    schema = with_clean_descriptions(msgspec.json.schema(RemarkFile))
    schema["$defs"]["RemarkFile"]["properties"]["schema"] = {"const": REMARKS_SCHEMA}
    add_time_patterns(schema["$defs"])
    title = "LPD Desktop: Anmerkungen (.lpd-remarks)"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}
