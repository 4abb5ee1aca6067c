"""Profiles: what was decided about one layout of workbooks, used again for the next of its kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import msgspec

from lpd_desktop.excel.choices import SKIP, ImportChoices
from lpd_desktop.excel.layout import fingerprint_of, of_year, year_neutral
from lpd_desktop.excel.preview import BudgetPreview, PreviewCell
from lpd_desktop.excel.preview_building import NAMED_AGAIN
from lpd_desktop.excel.questions import LASTING
from lpd_desktop.excel.workbook import Workbook
from lpd_desktop.form.model import BudgetColumn, BudgetItem
from lpd_desktop.plan.amounts import Unit
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import make_folder, read_bounded, write_atomically
from lpd_desktop.runtime.typed_data import converted

PROFILE_SCHEMA = 1
_SIZE_LIMIT = 1024 * 1024
_NAME_LENGTH = 60
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_UNIT_KINDS = frozenset({"unit", "magnitude", "mixed"})


class ProfileError(LpdError):
    """A profile that is missing, damaged or of a newer version."""


class Profile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was decided about one layout. Years stand as `{year}` and `{previous_year}`.

    Attributes:
        item: The key of the budget.
        fingerprint: Of the layout, see `layout.py`.
        mapping: From a label, or the address of its cell, to a row's key, `own` or `skip`.
        accepted: The kinds of question that are answered with yes for this layout.
    """

    schema: int = PROFILE_SCHEMA
    name: str
    item: str
    fingerprint: str
    sheet: str = ""
    header_row: int | None = None
    columns: dict[BudgetColumn, str] = {}
    label_column: str = ""
    unit: Unit | None = None
    mapping: dict[str, str] = {}
    accepted: tuple[str, ...] = ()

    def choices_for(self, book: Workbook, year: int) -> ImportChoices:
        """The decisions for a workbook of some plan year."""
        names = {sheet.name.casefold(): sheet.name for sheet in book.sheets}
        return ImportChoices(
            sheet=names.get(of_year(self.sheet, year).casefold()),
            header_row=self.header_row,
            columns=self.columns,
            label_column=self.label_column,
            unit=self.unit,
            mapping={of_year(label, year): key for label, key in self.mapping.items()},
            accepted=self.accepted,
        )


def profile_of(preview: BudgetPreview, name: str, year: int) -> Profile:
    """What was decided in a preview, for the next workbook of its layout.

    Args:
        preview: After all decisions; what is still open is not remembered.
        name: How people call the profile.
        year: The plan year.
    """
    choices = preview.choices
    mapping = {**_decided_rows(preview), **choices.mapping}
    return Profile(
        name=" ".join(name.split()),
        item=preview.item,
        fingerprint=preview.fingerprint,
        sheet=year_neutral(choices.sheet or "", year),
        header_row=choices.header_row,
        columns=choices.columns,
        label_column=choices.label_column,
        unit=choices.unit or _decided_unit(preview),
        mapping={year_neutral(label, year): key for label, key in sorted(mapping.items())},
        accepted=tuple(sorted({*choices.accepted, *_decided_kinds(preview)} & LASTING)),
    )


def _decided_kinds(preview: BudgetPreview) -> frozenset[str]:
    """The kinds of question that were answered with yes wherever they were asked."""
    taken = {kind for cell in preview.cells if _is_taken(cell) for kind in cell.questions}
    return frozenset(taken - _open_kinds(preview))


def _open_kinds(preview: BudgetPreview) -> set[str]:
    return {kind for cell in preview.cells if cell.status == "asked" for kind in cell.questions}


def _is_taken(cell: PreviewCell) -> bool:
    return cell.status == "ok" and cell.read_as is not None and cell.read_as in cell.readings[:1]


def _decided_unit(preview: BudgetPreview) -> Unit | None:
    decided = _decided_kinds(preview) & _UNIT_KINDS
    return preview.unit if decided and not _open_kinds(preview) & _UNIT_KINDS else None


def _decided_rows(preview: BudgetPreview) -> dict[str, str]:
    decided = _decided_kinds(preview)
    taken = {cell.row for cell in preview.cells if _is_taken(cell)}
    rows = {
        row.workbook_label: row.key for row in preview.rows if row.is_asked and row.key in taken
    }
    if "twice" in decided:
        rows |= {row.cell: SKIP for row in preview.left_out if row.reason == NAMED_AGAIN}
    return rows


def fitting_profile(
    book: Workbook,
    item: BudgetItem,
    year: int,
    choices: ImportChoices,
    profiles: Sequence[Profile],
) -> Profile | None:
    """The newest profile whose layout some visible sheet has, or the sheet that was chosen."""
    wanted = [profile for profile in profiles if profile.item == item.key]
    if not wanted:
        return None
    named = (choices.sheet or "").strip().casefold()
    sheets = [
        sheet
        for sheet in book.sheets
        if (sheet.name.casefold() == named if named else not sheet.is_hidden)
    ]
    prints = {fingerprint_of(sheet, year) for sheet in sheets}
    return next((profile for profile in reversed(wanted) if profile.fingerprint in prints), None)


def write_profile(profile: Profile) -> bytes:
    """The JSON of a profile."""
    return msgspec.json.format(msgspec.json.encode(profile, order="sorted"), indent=2) + b"\n"


def read_profile(data: bytes, name: str) -> Profile:
    """A profile out of its JSON; `name` is that of the file, for messages.

    Raises:
        ProfileError: it is none, or of a newer version.
    """
    try:
        plain = msgspec.json.decode(data)
        schema = plain.get("schema") if isinstance(plain, dict) else None
        if isinstance(schema, int) and schema > PROFILE_SCHEMA:
            message = f"„{name}“ stammt von einer neueren Version des Programms."
            raise ProfileError(message)
        return converted(plain, Profile)
    except (msgspec.DecodeError, RecursionError) as error:
        message = f"„{name}“ ist kein Profil für das Einlesen von Budgets."
        raise ProfileError(message) from error


class ProfileFolder:
    """The profiles of one person, each in a file of its own."""

    def __init__(self, data_folder: Path) -> None:
        """Takes the data folder; the profiles lie in `profiles` below it."""
        self.folder = data_folder / "profiles"

    def all(self) -> tuple[Profile, ...]:
        """All readable profiles, those that were saved last at the end."""
        if not self.folder.is_dir():
            return ()
        paths = sorted(self.folder.glob("*.json"), key=_age)
        found = []
        for path in paths:
            try:
                found.append(read_profile(read_bounded(path, _SIZE_LIMIT), path.name))
            except LpdError:
                continue
        return tuple(found)

    def named(self, name: str) -> Profile:
        """The profile with this name, or in this file.

        Raises:
            ProfileError: there is none, or the file holds none.
        """
        wanted = " ".join(name.split()).casefold()
        found = [profile for profile in self.all() if profile.name.casefold() == wanted]
        if found:
            return found[-1]
        path = Path(name)
        if path.suffix.lower() == ".json" or path.is_file():
            return read_profile(read_bounded(path, _SIZE_LIMIT), path.name)
        known = ", ".join(f"„{profile.name}“" for profile in self.all()) or "keines"
        message = f"Es gibt kein Profil „{name}“; vorhanden: {known}."
        raise ProfileError(message)

    def save(self, profile: Profile) -> Path:
        """Writes a profile over the one with the same name and returns its file.

        Raises:
            UnwritableFileError: the folder cannot be written.
        """
        make_folder(self.folder)
        path = self.folder / f"{_file_name(profile.name)}.json"
        write_atomically(path, write_profile(profile))
        return path


def _age(path: Path) -> tuple[float, str]:
    return path.stat().st_mtime, path.name


def _file_name(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_UMLAUTS))
    plain = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_NAME_LENGTH] or "profil"
