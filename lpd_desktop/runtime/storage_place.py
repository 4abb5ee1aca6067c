"""On what kind of storage a folder lies: a disk of this machine, a share, a synchronised folder.

A database of SQLite in WAL needs a disk of this machine: its log is shared through memory, which
two machines do not have in common, and its locks do not hold on every share (sqlite.org/wal.html,
sqlite.org/howtocorrupt.html section 2.1). A program that synchronises folders copies database and
log at different moments and puts older states back.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Literal

Kind = Literal["local", "network", "synchronised"]

_OVER_FUSE = (
    "cephfs", "curlftpfs", "davfs", "davfs2", "gcsfuse", "glusterfs", "gvfsd-fuse", "onedriver",
    "rclone", "s3fs", "smbnetfs", "sshfs", "vmhgfs-fuse",
)  # fmt: skip
_NETWORK_TYPES = frozenset((
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "lustre", "ncpfs",
    "nfs", "nfs4", "ocfs2", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf", "vmhgfs",
    *(f"fuse.{name}" for name in _OVER_FUSE),
))  # fmt: skip
"""Types of mounts whose files another machine holds, or may write at the same time."""

_DRIVE_REMOTE = 4
"""What `GetDriveTypeW` answers for a mapped drive."""

_WINDOWS_PATH = 259
_LONGEST_NAME = 64
"""Letters of the longest name that the program gives a file in the data folder, with its folder."""

_SYNCHRONISERS = {
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "iclouddrive": "iCloud Drive",
    "seafile": "Seafile",
    "magentacloud": "MagentaCLOUD",
    "hidrive": "HiDrive",
    "teamdrive": "TeamDrive",
    "syncthing": "Syncthing",
}
"""How folders are named that these programs make, without case."""

_TRACES = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".stfolder", "Syncthing"),
)
"""What these programs leave in the uppermost folder that they synchronise, whatever its name."""

_TRACE_ENDINGS = ((".sync_", ".db", "Nextcloud"), ("._sync_", ".db", "Nextcloud"))

_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Where Windows says which folders OneDrive synchronises, also redirected documents."""


@dataclass(frozen=True)
class StoragePlace:
    """Where a folder lies.

    Attributes:
        folder: The folder, links followed.
        kind: What holds its files.
        holder: The share, the type of the mount, or the program that synchronises; empty for local.
    """

    folder: Path
    kind: Kind
    holder: str = ""

    @property
    def is_safe(self) -> bool:
        """Whether a live database may lie here."""
        return self.kind == "local"


def storage_place(folder: Path) -> StoragePlace:
    """Looks at the folder, or at the nearest one above it that exists. Nothing is written."""
    resolved = _resolved(folder)
    share = network_holder(resolved)
    if share:
        return StoragePlace(resolved, "network", share)
    program = synchroniser(resolved, os.environ)
    return StoragePlace(resolved, "synchronised" if program else "local", program)


def _resolved(folder: Path) -> Path:
    """Links lead to where the files lie; what cannot be followed is judged by its name."""
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        return folder.absolute()


def share_named_by(path: str) -> str:
    r"""The share of an address such as `\\server\share\folder`, empty for a path on a drive.

    Two slashes are understood on every system, since nobody means a local folder by them.
    """
    text = path.replace("/", "\\")
    if text.casefold().startswith("\\\\?\\unc\\"):
        text = "\\\\" + text[len("\\\\?\\unc\\") :]
    if not text.startswith("\\\\") or text.startswith(("\\\\?\\", "\\\\.\\")):
        return ""
    named = [part for part in text.split("\\") if part][:2]
    return "\\\\" + "\\".join(named) if named else ""


def windows_holder(path: str, drive_type: int) -> str:
    """The share or mapped drive that holds a Windows path, empty for a local disk.

    Args:
        path: The absolute path.
        drive_type: What `GetDriveTypeW` says of its drive.
    """
    share = share_named_by(path)
    if share or drive_type != _DRIVE_REMOTE:
        return share
    drive = PureWindowsPath(path.removeprefix("\\\\?\\")).drive
    return f"Netzlaufwerk {drive}"


def mount_holder(path: str, mounts: str) -> str:
    """The type of the network mount that holds a path, empty for a disk of this machine.

    What is mounted at the root is the machine's own, whatever it is called: nothing is more local.

    Args:
        path: The absolute path.
        mounts: The content of `/proc/mounts`; a later line hides an earlier one of the same place.
    """
    wanted = PurePosixPath(path)
    best, found = -1, ""
    for place, kind in _mounts(mounts):
        depth = len(place.parts)
        if depth >= best and wanted.is_relative_to(place):
            best, found = depth, kind
    return found if found in _NETWORK_TYPES and best > 1 else ""


def _mounts(text: str) -> Iterator[tuple[PurePosixPath, str]]:
    for line in text.splitlines():
        words = line.split(" ")
        if len(words) > 2:
            yield PurePosixPath(_unescaped(words[1])), words[2]


def _unescaped(word: str) -> str:
    """Blanks and backslashes stand there as octal numbers, see proc_mounts(5)."""
    first, *others = word.split("\\")
    parts = [chr(int(part[:3], 8)) + part[3:] if part[:3].isdecimal() else part for part in others]
    return first + "".join(parts)


def synchroniser(folder: Path, environment: Mapping[str, str]) -> str:
    """The program that synchronises a folder, by its place, its name or what it left there."""
    for variable in _ONEDRIVE_VARIABLES:
        root = environment.get(variable)
        if root and folder.is_relative_to(Path(root)):
            return "OneDrive"
    return _synchroniser_named_by(folder.parts) or _trace_above(folder)


def _synchroniser_named_by(parts: Sequence[str]) -> str:
    """`OneDrive`, also `OneDrive - Kreis Musterstadt`, but not `OneDriveReste`."""
    for part in parts:
        name, _, _ = part.casefold().partition(" - ")
        if name in _SYNCHRONISERS:
            return _SYNCHRONISERS[name]
    return ""


@cache
def _trace_above(folder: Path) -> str:
    """Looked at once in a process: folders above may be long."""
    return next(filter(None, map(_trace_in, (folder, *folder.parents))), "")


def _trace_in(folder: Path) -> str:
    try:
        names = {path.name for path in folder.iterdir()}
    except OSError:
        return ""
    for name, program in _TRACES:
        if name in names:
            return program
    for start, end, program in _TRACE_ENDINGS:
        if any(name.startswith(start) and name.endswith(end) for name in names):
            return program
    return ""


def is_roaming(folder: Path, environment: Mapping[str, str]) -> bool:
    """Whether Windows copies a folder at every logon and logoff, within a quota."""
    roaming = environment.get("APPDATA")
    return bool(roaming) and folder.is_relative_to(Path(str(roaming)))


def is_too_long_for_windows(folder: str) -> bool:
    r"""Whether files in a folder go beyond the 260 characters that Windows takes unasked.

    Whoever writes `\\?\` before a path, or has allowed long ones in the registry, may go on; this
    only warns.
    """
    return not folder.startswith("\\\\?\\") and len(folder) + _LONGEST_NAME > _WINDOWS_PATH


if sys.platform == "win32":
    import ctypes

    def network_holder(folder: Path) -> str:
        """The share that holds a folder, empty for a disk of this machine."""
        root = PureWindowsPath(folder).anchor
        return windows_holder(str(folder), int(ctypes.windll.kernel32.GetDriveTypeW(root)))

else:

    def network_holder(folder: Path) -> str:
        """The type of the network mount that holds a folder, empty for a disk of this machine."""
        try:
            mounts = Path("/proc/mounts").read_text("utf-8", "replace")
        except OSError:
            return ""
        return mount_holder(str(folder), mounts)
