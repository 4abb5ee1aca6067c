"""The ways in which a file is spoilt; each changes the files of a store in one folder."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

PAGE, SECTOR = 4096, 512
DATABASE, LOG, OLDER = "drafts.db", "drafts.db-wal", "older"
"""`OLDER` is a copy of the database as it was a few saves before."""

Spoil = Callable[[random.Random, Path], None]


def flip_bit(chance: random.Random, folder: Path) -> None:
    _change(folder / DATABASE, lambda data: _flip(chance, data))


def flip_bit_of_head(chance: random.Random, folder: Path) -> None:
    _change(folder / DATABASE, lambda data: _flip(chance, data, PAGE * 3))


def flip_bit_of_log(chance: random.Random, folder: Path) -> None:
    _change(folder / LOG, lambda data: _flip(chance, data))


def zero_page(chance: random.Random, folder: Path) -> None:
    _change(folder / DATABASE, lambda data: _blank(chance, data, PAGE))


def zero_sector(chance: random.Random, folder: Path) -> None:
    _change(folder / DATABASE, lambda data: _blank(chance, data, SECTOR))


def exchange_pages(chance: random.Random, folder: Path) -> None:
    """One page is written to the place of another."""
    _change(folder / DATABASE, lambda data: _copy_page(chance, data))


def write_noise(chance: random.Random, folder: Path) -> None:
    _change(folder / DATABASE, lambda data: _noise(chance, data))


def truncate(chance: random.Random, folder: Path) -> None:
    _change(folder / DATABASE, lambda data: data[: chance.randrange(len(data))])


def truncate_log(chance: random.Random, folder: Path) -> None:
    _change(folder / LOG, lambda data: data[: chance.randrange(len(data))])


def lose_log(_chance: random.Random, folder: Path) -> None:
    (folder / LOG).unlink()


def lose_file(_chance: random.Random, folder: Path) -> None:
    for name in (DATABASE, LOG):
        (folder / name).unlink()


def empty_file(_chance: random.Random, folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"")


def put_foreign_file(chance: random.Random, folder: Path) -> None:
    (folder / DATABASE).write_bytes(chance.randbytes(chance.randrange(1, 200_000)))
    (folder / LOG).unlink()


def put_older_copy(_chance: random.Random, folder: Path) -> None:
    shutil.copy(folder / OLDER, folder / DATABASE)
    (folder / LOG).unlink()


WAYS: dict[str, Spoil] = {
    "one bit of the file": flip_bit,
    "one bit of its first pages": flip_bit_of_head,
    "one bit of its log": flip_bit_of_log,
    "a page of zeros": zero_page,
    "a sector of zeros": zero_sector,
    "a page in a wrong place": exchange_pages,
    "noise over 1 to 64 bytes": write_noise,
    "file cut off": truncate,
    "log cut off": truncate_log,
    "log lost": lose_log,
    "file lost": lose_file,
    "file emptied": empty_file,
    "foreign file in its place": put_foreign_file,
    "older copy in its place": put_older_copy,
}


def _change(path: Path, change: Callable[[bytearray], bytearray]) -> None:
    path.write_bytes(bytes(change(bytearray(path.read_bytes()))))


def _flip(chance: random.Random, data: bytearray, within: int = 0) -> bytearray:
    data[chance.randrange(min(within, len(data)) or len(data))] ^= 1 << chance.randrange(8)
    return data


def _blank(chance: random.Random, data: bytearray, size: int) -> bytearray:
    start = chance.randrange(len(data) // size) * size
    data[start : start + size] = bytes(size)
    return data


def _copy_page(chance: random.Random, data: bytearray) -> bytearray:
    source, target = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[target : target + PAGE] = data[source : source + PAGE]
    return data


def _noise(chance: random.Random, data: bytearray) -> bytearray:
    noise = chance.randbytes(chance.randrange(1, 65))
    start = chance.randrange(len(data) - len(noise))
    data[start : start + len(noise)] = noise
    return data
