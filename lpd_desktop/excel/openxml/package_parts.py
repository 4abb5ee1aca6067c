"""The parts of a package and how they refer to each other."""

from __future__ import annotations

import posixpath
import zipfile
from typing import IO

import msgspec

from lpd_desktop.excel.xml_events import Allowance, Attributes, BadXmlError, XmlReader


class Relation(msgspec.Struct, frozen=True):
    """What one part says of another.

    Attributes:
        kind: The last word of the type, such as `worksheet`; Strict and ordinary files agree in it.
        target: Name of the other part, or an address outside of the file.
    """

    key: str
    kind: str
    target: str
    is_external: bool


class PackageParts:
    """The parts of a package by name; capitals and backslashes do not matter."""

    def __init__(self, package: zipfile.ZipFile, allowance: Allowance) -> None:
        """Takes an open package whose sizes were looked at before."""
        self._package = package
        self.allowance = allowance
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in package.infolist():
            name = _plain(info.filename)
            if name in self._infos:
                raise BadXmlError(f"{info.filename} twice")
            self._infos[name] = info

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._infos

    def open(self, name: str) -> IO[bytes]:
        """A part as a stream of bytes.

        Raises:
            BadXmlError: there is no such part.
        """
        try:
            return self._package.open(self._infos[_plain(name)])
        except KeyError as error:
            raise BadXmlError(f"{name} is missing") from error

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            BadXmlError: there is no such part.
        """
        with self.open(name) as source:
            return source.read()

    def relations(self, part: str) -> tuple[Relation, ...]:
        """What a part refers to; the package itself is the part with an empty name."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        if listed not in self:
            return ()
        found: list[Relation] = []

        def take(attributes: Attributes) -> None:
            found.append(_relation(folder, attributes))

        with self.open(listed) as source:
            XmlReader(self.allowance, {"Relationship": take}).read(source)
        return tuple(found)


def _relation(folder: str, attributes: Attributes) -> Relation:
    target = attributes.get("Target", "")
    is_external = attributes.get("TargetMode") == "External"
    if not is_external:
        target = posixpath.normpath(posixpath.join("/" + folder, target.replace("\\", "/")))
    kind = attributes.get("Type", "").rpartition("/")[2]
    return Relation(attributes.get("Id", ""), kind, target.lstrip("/"), is_external)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
