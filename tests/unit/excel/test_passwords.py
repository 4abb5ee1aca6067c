"""Protected workbooks are opened in memory with a password, and with nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import msoffcrypto
import pytest

from lpd_desktop.excel.package import (
    PasswordNeededError,
    UnreadableWorkbookError,
    WrongPasswordError,
)
from lpd_desktop.excel.reading import read_workbook

from .packages import TABLE, made_by_openpyxl, open_xml, sheet_xml

PASSWORD = "Geh heim! ß"


def encrypted(password: str = PASSWORD) -> bytes:
    plain = made_by_openpyxl(lambda sheet: sheet.append(["VWT gesamt", 5]))
    target = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(plain)).encrypt(password, target)
    return target.getvalue()


LOCKED = encrypted()


def test_the_password_opens_the_workbook_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    book = read_workbook(LOCKED, "b.xlsx", password=PASSWORD)
    assert [cell.shows for cell in book.sheets[0].cells] == ["VWT gesamt", "5"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("password", [None, ""])
def test_without_a_password_it_is_asked_for(password: str | None) -> None:
    with pytest.raises(PasswordNeededError, match="LPD_PASSWORD"):
        read_workbook(LOCKED, "b.xlsx", password=password)


def test_a_wrong_password_is_told_and_not_repeated() -> None:
    with pytest.raises(WrongPasswordError, match=r"öffnet „b[.]xlsx“ nicht") as caught:
        read_workbook(LOCKED, "b.xlsx", password="geheim")
    assert "geheim" not in str(caught.value)


def test_a_file_that_excel_protects_against_writing_alone_needs_no_password() -> None:
    assert read_workbook(encrypted("VelvetSweatshop"), "b.xlsx").sheets


def test_a_password_for_an_open_workbook_does_no_harm() -> None:
    assert read_workbook(open_xml(sheet_xml(TABLE)), "b.xlsx", password="x").sheets


def test_a_file_that_wants_endless_hashing_is_refused() -> None:
    hostile = LOCKED.replace(b'spinCount="100000"', b'spinCount="999999"')
    assert hostile != LOCKED
    with pytest.raises(UnreadableWorkbookError, match="beschädigt"):
        read_workbook(hostile, "b.xlsx", password=PASSWORD)


@pytest.mark.parametrize("cut", [600, 3000, 5000])
def test_a_damaged_protected_file_is_one_sentence(cut: int) -> None:
    with pytest.raises(UnreadableWorkbookError):
        read_workbook(LOCKED[:cut], "b.xlsx", password=PASSWORD)
