"""The same data give the same bytes on every machine, for everybody, at any time."""

from __future__ import annotations

import getpass
import hashlib
import io
import os
import shutil
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path

import pikepdf
import pytest

import lpd_desktop
from lpd_desktop.pdf.edition import DRAFT, Edition
from lpd_desktop.pdf.rendering import Rendered, render_edition, render_plan
from lpd_desktop.plan.file import LpdFile, read_lpd, write_published
from lpd_desktop.plan.rich_text import Paragraph, Run
from lpd_desktop.runtime.resources import program_folder
from tests.unit.pdf.conftest import with_text

SCRIPT = """
import hashlib, sys
from pathlib import Path
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import read_lpd
file = read_lpd(Path(sys.argv[1]).read_bytes())
print(hashlib.sha256(render_plan(file, draft=file.release is None).data).hexdigest())
"""

PROCESSES = {
    "another time zone, language, order of sets and user": {
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
        "LANGUAGE": "tr",
        "PYTHONHASHSEED": "1",
        "USER": "mustermann",
        "LOGNAME": "mustermann",
        "HOME": "/nonexistent",
    },
    "no language, a fixed time of other tools, another machine, optimised": {
        "LANG": "C",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONHASHSEED": "4711",
        "SOURCE_DATE_EPOCH": "1",
        "HOSTNAME": "elsewhere",
        "PYTHONOPTIMIZE": "2",
    },
}
"""What processes differ in; a process takes half a second, so each differs in much."""


@cache
def source_folder() -> Path:
    return Path(lpd_desktop.__file__).resolve().parent.parent


def digest_elsewhere(
    plan: Path, environment: dict[str, str], folder: Path, code: Path | None = None, umask: int = -1
) -> str:
    """The digest of the document as a process of its own makes it."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTEST"))
    }
    path = {"PYTHONPATH": str(code or source_folder())}
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(plan)],
        env={**inherited, **path, **environment},
        cwd=folder,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


@pytest.fixture(scope="module")
def plan(approved: LpdFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    path.write_bytes(write_published(approved))
    return path


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("case", PROCESSES)
def test_every_process_makes_the_same_bytes(
    final: Rendered, plan: Path, tmp_path: Path, case: str
) -> None:
    assert digest_elsewhere(plan, PROCESSES[case], tmp_path) == digest(final.data)


def test_neither_the_folder_nor_the_rights_of_new_files_change_a_byte(
    final: Rendered, plan: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Müllers Ordner"
    folder.mkdir()
    umask = 0o077 if os.name == "posix" else -1
    assert digest_elsewhere(plan, {}, folder, umask=umask) == digest(final.data)


def test_a_program_in_another_place_makes_the_same_bytes(
    final: Rendered, plan: Path, tmp_path: Path
) -> None:
    code = tmp_path / "elsewhere"
    leave_out = shutil.ignore_patterns("__pycache__", "spelling")
    shutil.copytree(source_folder() / "lpd_desktop", code / "lpd_desktop", ignore=leave_out)
    for name in ("resources", "forms"):
        shutil.copytree(program_folder() / name, code / name, ignore=leave_out)
    assert digest_elsewhere(plan, {}, tmp_path, code) == digest(final.data)


def with_other_letters(file: LpdFile) -> LpdFile:
    """A plan whose fonts begin with other cuts and other letters."""
    runs = (
        Run(text="жЖщЩ ąćęłńóśźż", bold=True, italic=True),
        Run(text=" ΑαΩω ½²³ " + "".join(map(chr, range(0x100, 0x17F))), italic=True),
    )
    return with_text(file, (Paragraph("p", runs),))


def test_what_was_set_before_changes_no_byte(final: Rendered, approved: LpdFile) -> None:
    other = with_other_letters(approved)
    for edition in (DRAFT, Edition("draft", line_numbers=True, wide_margin=True)):
        render_edition(other, edition)
        assert render_plan(approved, draft=False).data == final.data


def test_a_plan_that_was_read_again_makes_the_same_bytes(
    final: Rendered, approved: LpdFile
) -> None:
    again = read_lpd(write_published(approved))
    assert render_plan(again, draft=False).data == final.data


def unpacked(pdf: bytes) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(
            target,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return target.getvalue()


def spellings(words: str) -> list[bytes]:
    return [
        words.encode(),
        words.encode("utf-16-be"),
        words.encode("utf-16-be").hex().encode(),
        words.encode("utf-16-be").hex().upper().encode(),
    ]


def test_nothing_in_the_file_names_machine_user_or_path(final: Rendered, draft: Rendered) -> None:
    names = [str(source_folder()), str(Path.home()), sys.prefix, sys.executable, str(Path.cwd())]
    names += [name for name in (socket.gethostname(), getpass.getuser()) if len(name) > 4]
    for data in (final.data, draft.data):
        plain = unpacked(data)
        for name in names:
            if len(name) > 1:
                assert not any(each in plain for each in spellings(name)), name
        assert not any(each in plain for each in spellings("ReportLab"))
        assert not any(each in plain for each in spellings("reportlab"))


def test_the_search_finds_a_name_in_every_spelling(final: Rendered, approved: LpdFile) -> None:
    name = approved.plan.jobcenter.name.split()[-1]
    plain = unpacked(final.data)
    assert sum(each in plain for each in spellings(name)) >= 2


def test_the_author_is_the_jobcenter(final: Rendered, approved: LpdFile) -> None:
    jobcenter = approved.plan.jobcenter
    with pikepdf.open(io.BytesIO(final.data)) as pdf:
        assert str(pdf.docinfo["/Author"]) == (jobcenter.own_name or jobcenter.name)
        assert str(pdf.docinfo["/Producer"]).startswith("LPD Desktop")
