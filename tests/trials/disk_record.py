"""What a process did to the files of a folder, and what a power cut may leave of it.

Model of the disk: a flush of a file makes everything written to it durable, and all names given
before. What was written since may be there in part: whole writes, or single sectors of 512 bytes
of them, in any choice; names only in their order.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_SOURCE = Path(__file__).with_name("recorder.c")


def compiler() -> str:
    """The C compiler of this machine, empty where there is none."""
    return shutil.which("cc") or shutil.which("gcc") or ""


def build_recorder(folder: Path) -> Path:
    """Compiles the recorder; returns the library to be preloaded."""
    library = folder / "recorder.so"
    words = ["-shared", "-fPIC", "-O1", "-o", str(library), str(_SOURCE), "-ldl", "-lpthread"]
    subprocess.run([compiler(), *words], check=True)
    return library


@dataclass(frozen=True)
class Step:
    """One thing that a process did; see `recorder.c`."""

    kind: str
    inode: int
    offset: int
    data: bytes


def read_steps(path: Path) -> list[Step]:
    """The steps of a log; the last one may be cut off."""
    log, steps, place = path.read_bytes(), [], 0
    while (end := log.find(b"\n", place)) >= 0:
        kind, inode, offset, length = log[place:end].decode().split()
        place = end + 1 + int(length)
        if place <= len(log):
            steps.append(Step(kind, int(inode), int(offset), log[end + 1 : place]))
    return steps


@dataclass
class _File:
    durable: bytes = b""
    waiting: list[Step] = field(default_factory=list)


class Disk:
    """Files and names of one folder while the steps are carried out."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder as it is before the process starts; all of it is durable."""
        paths = [path for path in folder.rglob("*") if path.is_file()]
        self._folder = folder
        self._names = {str(path): path.stat().st_ino for path in paths}
        self._files = {path.stat().st_ino: _File(path.read_bytes()) for path in paths}
        self._waiting_names: list[Step] = []

    def do(self, step: Step) -> None:
        """Carries out one step."""
        match step.kind:
            case "C":
                self._files[step.inode] = _File()
                self._waiting_names.append(step)
            case "M" | "U":
                self._waiting_names.append(step)
            case "W" | "T":
                self._files.setdefault(step.inode, _File()).waiting.append(step)
            case "F":
                self._flush(step.inode)

    def _flush(self, inode: int) -> None:
        file = self._files.get(inode)
        if file is not None:
            file.durable = _applied(file.durable, file.waiting)
            file.waiting = []
        for step in self._waiting_names:
            _rename(self._names, step)
        self._waiting_names = []

    def write_state(self, chance: random.Random, target: Path) -> None:
        """Writes into `target` what the disk may hold when the power goes now."""
        names = dict(self._names)
        for step in self._waiting_names[: chance.randint(0, len(self._waiting_names))]:
            _rename(names, step)
        for inode in sorted(set(names.values())):
            data = self._left_of(chance, self._files.get(inode, _File()))
            for path in (path for path, each in names.items() if each == inode):
                place = target / Path(path).relative_to(self._folder)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)

    @staticmethod
    def _left_of(chance: random.Random, file: _File) -> bytes:
        """Nothing of what waits, all of it, its beginning, or parts of it."""
        waiting = file.waiting
        match chance.randrange(4):
            case 0:
                kept = []
            case 1:
                kept = waiting
            case 2:
                kept = waiting[: chance.randint(0, len(waiting))]
            case _:
                kept = [part for step in waiting for part in _sectors(chance, step)]
        return _applied(file.durable, kept)


def _sectors(chance: random.Random, step: Step) -> list[Step]:
    """Some sectors of a write, often all or none of them."""
    if step.kind == "T" or chance.random() < 0.6:
        return [step] if chance.random() < 0.5 else []
    parts, start = [], 0
    while start < len(step.data):
        end = start + SECTOR - (step.offset + start) % SECTOR
        if chance.random() < 0.5:
            parts.append(Step("W", step.inode, step.offset + start, step.data[start:end]))
        start = end
    return parts


def _applied(data: bytes, steps: list[Step]) -> bytes:
    content = bytearray(data)
    for step in steps:
        end = step.offset + len(step.data)
        if step.kind == "T" or len(content) < step.offset:
            content = content[: step.offset].ljust(step.offset, b"\0")
        if step.kind == "W":
            content[step.offset : end] = step.data
    return bytes(content)


def _rename(names: dict[str, int], step: Step) -> None:
    words = step.data.decode("utf-8", "surrogateescape").split("\n")
    if step.kind == "C":
        names[words[0]] = step.inode
    elif step.kind == "U":
        names.pop(words[0], None)
    elif words[0] in names:
        del names[words[0]]
        names[words[1]] = step.inode
    else:
        _rename_folder(names, *words)


def _rename_folder(names: dict[str, int], old: str, new: str) -> None:
    """Moves what lies in a folder; folders themselves are not kept."""
    for path in [path for path in names if path.startswith(f"{old}/")]:
        names[f"{new}{path.removeprefix(old)}"] = names.pop(path)
