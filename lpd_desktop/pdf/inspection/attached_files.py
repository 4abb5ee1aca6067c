"""Every file that a PDF carries, entry by entry: a map would hide what stands there twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lpd_desktop.pdf.attachment import ATTACHMENT_NAME
from lpd_desktop.pdf.inspection.deviation import Deviation

_KEYS = frozenset({"/AFRelationship", "/Desc", "/EF", "/F", "/Type", "/UF"})
_DESCRIPTION = "Daten dieses Dokuments"
_DEEPEST = 50
_MOST_ENTRIES = 10_000


@dataclass(frozen=True)
class ListedFile:
    """One entry of the index of attached files.

    Attributes:
        key: Its name in the index.
        spec: What is said of the file.
    """

    key: str
    spec: Any

    @property
    def shown_name(self) -> str:
        """The name that viewers show."""
        return shown_name(self.spec) or self.key


def shown_name(spec: Any) -> str:
    """The name of a file that viewers show; empty where it has none."""
    names = (str(spec[key]) for key in ("/UF", "/F") if key in spec)
    return next((name for name in names if name), "")


def attached_files(pdf: Any, *, has_data: bool) -> Iterator[Deviation]:
    """Every attached file besides the data, and what is wrong with how the data are attached.

    Args:
        pdf: An open document.
        has_data: Whether data belong to a document of its kind.
    """
    yield from (Deviation("attachment", None, each) for each in _sentences(pdf, has_data))


def _sentences(pdf: Any, has_data: bool) -> Iterator[str]:
    index = _Index(pdf)
    files = list(index.files())
    own = [each for each in files if each.key == ATTACHMENT_NAME] if has_data else []
    yield from index.faults
    yield from (_added(each) for each in files if each not in own)
    kept = own[-1] if own else None
    if len(own) > 1:
        yield (
            f"Unter dem Namen „{ATTACHMENT_NAME}“ liegen dem Dokument {len(own)} Dateien bei; "
            "welche davon ein Programm zeigt, ist ungewiss."
        )
    yield from (_added(each) for each in own[:-1] if each.shown_name != ATTACHMENT_NAME)
    if kept is not None:
        yield from _renamed(kept.spec)
    yield from _associated(pdf, files)
    told = {stream for each in files for stream in _streams(each.spec)}
    yield from _unlisted(pdf, told)


class _Index:
    """The tree of names; walked to its end whatever its limits say."""

    def __init__(self, pdf: Any) -> None:
        self._root = pdf.Root.get("/Names", {}).get("/EmbeddedFiles")
        self.faults: list[str] = []

    def files(self) -> Iterator[ListedFile]:
        """All entries in order; `faults` is filled on the way."""
        waiting = [(self._root, 0)] if self._root is not None else []
        seen: set[tuple[int, int]] = set()
        given = 0
        while waiting and given < _MOST_ENTRIES:
            node, depth = waiting.pop()
            if depth > _DEEPEST or (node.is_indirect and node.objgen in seen):
                self._note("Das Verzeichnis der Beilagen führt in sich selbst zurück.")
                continue
            seen.add(node.objgen)
            names = list(node.get("/Names", []))
            for key, spec in zip(names[::2], names[1::2], strict=False):
                self._check_limits(node, str(key), depth)
                given += 1
                yield ListedFile(str(key), spec)
            if len(names) % 2:
                self._note("Das Verzeichnis der Beilagen ist unvollständig.")
            waiting += [(kid, depth + 1) for kid in reversed(list(node.get("/Kids", [])))]

    def _check_limits(self, node: Any, key: str, depth: int) -> None:
        limits = [str(each) for each in node.get("/Limits", [])]
        if depth and (len(limits) != 2 or not limits[0] <= key <= limits[1]):
            self._note(
                f"Das Verzeichnis der Beilagen nennt „{key}“ an einer Stelle, an der nicht jedes "
                "Programm sucht."
            )

    def _note(self, sentence: str) -> None:
        if sentence not in self.faults:
            self.faults.append(sentence)


def _added(file: ListedFile) -> str:
    if file.shown_name == file.key:
        return f"Die Datei „{file.key}“ wurde beigefügt."
    return (
        f"Die Datei „{file.shown_name}“ wurde beigefügt; im Verzeichnis der Beilagen heißt sie "
        f"„{file.key}“."
    )


def _renamed(spec: Any) -> Iterator[str]:
    """How the attached data are called: people see these names and not the one in the index."""
    what = f"Die Beilage „{ATTACHMENT_NAME}“"
    shown = {str(spec[key]) for key in ("/UF", "/F") if key in spec} - {ATTACHMENT_NAME}
    for name in sorted(shown):
        yield f"{what} heißt in der Anzeige jetzt „{name}“."
    description = str(spec.get("/Desc", _DESCRIPTION))
    if description != _DESCRIPTION:
        yield f"{what} ist jetzt als „{description}“ beschrieben."
    if str(spec.get("/AFRelationship", "/Source")) != "/Source":
        yield f"Wie {what[0].lower()}{what[1:]} zum Dokument gehört, wurde geändert."
    if len(set(_streams(spec))) > 1:
        yield f"{what} gibt es zweimal mit verschiedenem Inhalt."
    for key in sorted(set(spec.keys()) - _KEYS):
        yield f"{what} hat einen Eintrag, den das Programm nicht schreibt: „{key[1:]}“."


def _associated(pdf: Any, files: list[ListedFile]) -> Iterator[str]:
    """Files that belong to the document without standing in the index, or otherwise than there."""
    known = {each.spec.objgen for each in files}
    for spec in pdf.Root.get("/AF", []):
        if not spec.is_indirect or spec.objgen not in known:
            name = shown_name(spec)
            named = f": „{name}“" if name else ""
            yield f"Dem Dokument wurde eine weitere Beilage zugeordnet{named}."


def _unlisted(pdf: Any, told: set[tuple[int, int]]) -> Iterator[str]:
    """Contents of files that hang anywhere else, such as on a page, a tag or an annotation."""
    associated = list(pdf.Root.get("/AF", []))
    known = told | {stream for each in associated for stream in _streams(each)}
    hidden = [each for each in pdf.objects if _is_file(each) and each.objgen not in known]
    if hidden:
        yield (
            "Im Dokument steckt eine weitere Datei, die nicht im Verzeichnis der Beilagen steht."
            if len(hidden) == 1
            else f"Im Dokument stecken {len(hidden)} weitere Dateien, die nicht im Verzeichnis der "
            "Beilagen stehen."
        )


def _is_file(thing: Any) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Stream) and thing.get("/Type") == "/EmbeddedFile"


def _streams(spec: Any) -> Iterator[tuple[int, int]]:
    files = spec.get("/EF", {})
    yield from (files[key].objgen for key in files)
