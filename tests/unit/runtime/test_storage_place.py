"""What is recognised as a disk of this machine, a share, a synchronised folder.

The tables of mounts are made up; the rules for Windows are tried here as plain functions, the call
that asks Windows for the type of a drive is not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.runtime.storage_place import (
    is_roaming,
    is_too_long_for_windows,
    mount_holder,
    share_named_by,
    storage_place,
    synchroniser,
    windows_holder,
)
from lpd_desktop.runtime.unsafe_place import (
    UnsafePlaceError,
    accept_place,
    refuse_unsafe_place,
)

MOUNTS = r"""/dev/sda2 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
//server/amt /mnt/Amt\040f\303\274r\040Soziales cifs rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
/dev/sdc1 /media/stick fuseblk rw 0 0
server:/alt /mnt/two nfs rw 0 0
/dev/sdd1 /mnt/two xfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "holder"),
    [
        ("/var/lib/lpd", ""),
        ("/home/lpd", "nfs4"),
        ("/homework", ""),
        ("/home/local", ""),
        ("/run/user/1000/gvfs/smb-share:server=amt", "fuse.gvfsd-fuse"),
        ("/media/stick/lpd", ""),
        ("/mnt/two/lpd", ""),
        ("/mnt", ""),
    ],
)
def test_the_innermost_and_latest_mount_decides(path: str, holder: str) -> None:
    assert mount_holder(path, MOUNTS) == holder


def test_blanks_in_the_name_of_a_mount_are_understood() -> None:
    table = "//s/a /mnt/Amt\\040Nord cifs rw 0 0\n//s/b /mnt/a\\134b cifs rw 0 0\n"
    assert mount_holder("/mnt/Amt Nord/lpd", table) == "cifs"
    assert mount_holder("/mnt/a\\b/lpd", table) == "cifs"
    assert mount_holder("/mnt/Amt/lpd", table) == ""


def test_the_disk_that_the_system_started_from_is_never_a_share() -> None:
    assert mount_holder("/opt/lpd", "server:/boot / nfs rw 0 0\n") == ""


def test_a_table_of_mounts_without_sense_names_no_share() -> None:
    assert mount_holder("/a", "\n\nnonsense\n\\9 \\ \\\n") == ""


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\amt\lpd", r"\\server\amt"),
        ("//server/amt/lpd", r"\\server\amt"),
        (r"\\?\UNC\server\amt\lpd", r"\\server\amt"),
        (r"\\?\C:\lpd", ""),
        (r"C:\Profile\Jörg Müller", ""),
        ("/var/lib", ""),
        (r"\\wsl$\Debian", r"\\wsl$\Debian"),
    ],
)
def test_addresses_of_shares_are_recognised_by_their_form(path: str, share: str) -> None:
    assert share_named_by(path) == share


def test_a_mapped_drive_is_told_from_a_disk_by_what_windows_says_of_it() -> None:
    assert windows_holder(r"H:\lpd", 4) == "Netzlaufwerk H:"
    assert windows_holder(r"\\?\H:\lpd", 4) == "Netzlaufwerk H:"
    assert windows_holder(r"C:\lpd", 3) == ""
    assert windows_holder(r"E:\lpd", 2) == ""
    assert windows_holder(r"\\server\amt", 1) == r"\\server\amt"


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Kreis Musterstadt", "OneDrive"),
        ("NEXTCLOUD", "Nextcloud"),
        ("Dropbox", "Dropbox"),
        ("OneDriveReste", ""),
        ("Nextcloudumzug", ""),
        ("Dokumente", ""),
    ],
)
def test_onedrive_path_and_others_are_recognised_by_name(folder: str, program: str) -> None:
    assert synchroniser(Path("/nowhere", folder, "lpd"), {}) == program


def test_documents_that_onedrive_was_told_to_hold_are_recognised_by_the_variable() -> None:
    told = {"OneDriveCommercial": "/c/Daten/Cloud"}
    assert synchroniser(Path("/c/Daten/Cloud/lpd"), told) == "OneDrive"
    assert synchroniser(Path("/c/Daten/Cloudy/lpd"), told) == ""


@pytest.mark.parametrize(
    ("trace", "program"),
    [(".sync_4f2a.db", "Nextcloud"), (".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing")],
)
def test_what_a_program_left_above_betrays_it(tmp_path: Path, trace: str, program: str) -> None:
    (tmp_path / trace).touch()
    assert storage_place(tmp_path / "a" / "b").holder == program


def test_a_link_is_judged_by_where_it_leads(tmp_path: Path) -> None:
    goal = tmp_path / "Nextcloud"
    goal.mkdir()
    (tmp_path / "here").symlink_to(goal)
    assert storage_place(tmp_path / "here").kind == "synchronised"


def test_an_ordinary_folder_is_no_reason_for_alarm(tmp_path: Path) -> None:
    assert storage_place(tmp_path / "Jörg Müller" / "not there").is_safe
    refuse_unsafe_place(tmp_path)


def test_a_share_is_refused_before_anything_is_looked_at() -> None:
    with pytest.raises(UnsafePlaceError, match=r"server.*LPD_DATA"):
        refuse_unsafe_place(Path(r"\\server\amt\lpd"))


def test_who_answers_for_a_folder_is_not_asked_again_but_another_machine_is(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive" / "lpd"
    folder.mkdir(parents=True)
    with pytest.raises(UnsafePlaceError, match="OneDrive") as refused:
        refuse_unsafe_place(folder)
    accept_place(refused.value.place)
    refuse_unsafe_place(folder)
    folder.rename(tmp_path / "OneDrive" / "other")
    with pytest.raises(UnsafePlaceError):
        refuse_unsafe_place(tmp_path / "OneDrive" / "other")


def test_nobody_can_answer_for_a_share(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("lpd_desktop.runtime.storage_place.network_holder", lambda _folder: "cifs")
    with pytest.raises(UnsafePlaceError) as refused:
        refuse_unsafe_place(tmp_path)
    accept_place(refused.value.place)
    with pytest.raises(UnsafePlaceError):
        refuse_unsafe_place(tmp_path)


def test_the_part_of_a_profile_that_wanders_is_known() -> None:
    told = {"APPDATA": "/c/Profile/Jörg/AppData/Roaming"}
    assert is_roaming(Path("/c/Profile/Jörg/AppData/Roaming/lpd"), told)
    assert not is_roaming(Path("/c/Profile/Jörg/AppData/Local/lpd"), told)
    assert not is_roaming(Path("/c/Profile/Jörg"), {})


def test_paths_that_windows_does_not_take_unasked_are_known() -> None:
    assert not is_too_long_for_windows("C:\\Profile\\Jörg Müller\\AppData\\Local\\LPD Desktop")
    assert is_too_long_for_windows("C:\\" + "Ä" * 230)
    assert not is_too_long_for_windows("\\\\?\\C:\\" + "Ä" * 230)
