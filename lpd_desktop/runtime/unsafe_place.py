"""A live database on a share or in a synchronised folder is refused, and told why."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.files import read_bounded, write_atomically
from lpd_desktop.runtime.storage_place import StoragePlace, share_named_by, storage_place

ACCEPTED_NOTE = "trotzdem-hier.txt"
_LIMIT = 10_000

_NETWORK = (
    "„{folder}“ liegt auf einem Netzlaufwerk ({holder}). Dort können Entwürfe verloren gehen, "
    "sobald die Verbindung abbricht oder zwei Rechner zugleich schreiben."
)
_SYNCHRONISED = (
    "„{folder}“ liegt in einem Ordner, den {holder} abgleicht. Beim Abgleichen können ältere "
    "Stände neuere überschreiben."
)
_ADVICE = (
    "Bitte legen Sie Entwürfe auf diesen Rechner (--data ORDNER oder LPD_DATA); für die tägliche "
    "Sicherung ist ein solcher Ordner gut geeignet."
)


class UnsafePlaceError(NotAllowedError):
    """The data folder lies where a database may lose what was written.

    Attributes:
        place: What was found.
    """

    def __init__(self, place: StoragePlace) -> None:
        """Takes what `storage_place` found."""
        self.place = place
        super().__init__(f"{explained(place)} {_ADVICE}")


def explained(place: StoragePlace) -> str:
    """Why drafts must not lie there, in two German sentences."""
    pattern = _NETWORK if place.kind == "network" else _SYNCHRONISED
    return pattern.format(folder=place.folder, holder=place.holder)


def refuse_unsafe_place(folder: Path) -> None:
    """Lets pass what lies on this machine, and a synchronised folder that somebody answers for.

    Raises:
        UnsafePlaceError: share, mapped drive, network mount, synchronised folder.
    """
    if share_named_by(str(folder)):
        raise UnsafePlaceError(StoragePlace(folder, "network", share_named_by(str(folder))))
    place = storage_place(folder)
    if not place.is_safe and not is_accepted(place):
        raise UnsafePlaceError(place)


def is_accepted(place: StoragePlace) -> bool:
    """Whether somebody said on this path that nothing is synchronised here; never for shares.

    The note names the path, so that a copy of the folder on another machine asks again.
    """
    if place.kind != "synchronised":
        return False
    with suppress(LpdError):
        noted = read_bounded(place.folder / ACCEPTED_NOTE, _LIMIT).decode("utf-8", "replace")
        return noted.strip() == str(place.folder)
    return False


def accept_place(place: StoragePlace) -> None:
    """Notes that a folder is only named as if it were synchronised.

    Raises:
        UnwritableFileError: the folder takes no file.
    """
    write_atomically(place.folder / ACCEPTED_NOTE, f"{place.folder}\n".encode())
