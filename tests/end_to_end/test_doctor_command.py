"""What `lpd doctor` says of the data folder, without a path or a name in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from msgspec.structs import replace as changed

from lpd_desktop.plan.log_chain import appended
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import LogEntry
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.runtime.log_files import log_folder
from lpd_desktop.runtime.run_mark import RunMark
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore


def test_a_folder_in_good_order(lpd, isolated_data_folder: Path) -> None:
    told = lpd("doctor")
    assert told.status == 0
    for line in (
        "in Ordnung: Ort der Entwürfe: auf diesem Rechner",
        "in Ordnung: Entwürfe: noch keine",
        "in Ordnung: Fenster: keines geöffnet",
        "in Ordnung: Letzter Lauf: nichts Auffälliges",
        "in Ordnung: Sicherung: kein Ordner gewählt",
        "in Ordnung: Historien: noch keine",
    ):
        assert line in told.out
    assert " GB" in told.out
    assert str(isolated_data_folder) not in told.out


def test_a_synchronised_folder_and_a_share_are_faults(lpd, tmp_path: Path) -> None:
    told = lpd("--data", tmp_path / "OneDrive" / "lpd", "doctor")
    assert told.status == 1
    assert "FEHLER: Ort der Entwürfe: abgeglichener Ordner (OneDrive)" in told.out
    assert not (tmp_path / "OneDrive").exists()
    assert "Ort der Entwürfe: Netzlaufwerk" in lpd("--data", "//srv/amt/lpd", "doctor").out


def test_drafts_on_a_share_are_refused_with_a_way_out(lpd) -> None:
    told = lpd("--data", "//srv/amt/lpd", "drafts", "list")
    assert told.status == 1
    assert "Netzlaufwerk" in told.err
    assert "LPD_DATA" in told.err


def test_a_run_that_ended_badly_and_the_last_error_are_named(
    lpd, isolated_data_folder: Path
) -> None:
    RunMark(isolated_data_folder).begin()
    log = log_folder(isolated_data_folder) / "lpd-desktop.log"
    log.write_text("2022-11-08 09:30:00,123 ERROR LPD Desktop 0.1\n", "utf-8")
    told = lpd("doctor").out
    assert "nicht richtig beendet, ohne Spur eines Fehlers" in told
    assert "letzter Fehler im Protokoll: 08.11.2022" in told
    lock = FolderLock(isolated_data_folder)
    assert lock.take()
    told = lpd("doctor").out
    lock.release()
    assert "Fenster: geöffnet seit" in told
    assert "nicht richtig beendet" not in told


def test_drafts_that_cannot_be_opened_are_a_fault(
    lpd, plan: Path, isolated_data_folder: Path
) -> None:
    lpd("drafts", "add", plan)
    path = store_path(isolated_data_folder)
    assert "in Ordnung: Entwürfe: unversehrt" in lpd("doctor").out
    with closing(sqlite3.connect(path)) as store:
        store.execute("pragma user_version = 99")
    told = lpd("doctor")
    assert told.status == 1
    assert "FEHLER: Entwürfe: in einem neueren Speicherformat" in told.out
    path.write_bytes(b"Hallo")
    assert "FEHLER: Entwürfe: beschädigt" in lpd("doctor").out
    assert path.read_bytes() == b"Hallo"
    path.unlink()
    assert "FEHLER: Entwürfe: beschädigt oder unvollständig" in lpd("doctor").out
    path.unlink(missing_ok=True)
    path.mkdir()
    assert "FEHLER: Entwürfe: nicht lesbar" in lpd("doctor").out


def test_a_history_that_was_changed_is_counted_without_a_name(
    lpd, isolated_data_folder: Path
) -> None:
    file = sample_file()
    work = appended(file.work, LogEntry(time="1", event="review_begun", state="draft"))
    work = appended(work, LogEntry(time="2", event="review_ended", state="draft"))
    forged = changed(work, log=(changed(work.log[0], name="Jemand"), work.log[1]))
    with DraftStore.open(isolated_data_folder) as store:
        store.add(replace(file, work=work))
        assert "in Ordnung: Historien: in sich schlüssig" in lpd("doctor").out
        store.add(replace(file, work=forged))
    told = lpd("doctor")
    assert told.status == 1
    assert "FEHLER: Historien: bei 1 Entwurf verändert" in told.out
    assert "Jemand" not in told.out
