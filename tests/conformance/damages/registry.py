"""What a damage is, and what all of them need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

Apply = Callable[[pikepdf.Pdf], None]


@dataclass(frozen=True)
class Damage:
    """One damage.

    Attributes:
        rule: The rule of ours that must notice it; empty where only the round trip can.
        profile: The profile of veraPDF that notices it, if any.
        clause: The rule of that profile; empty where the file no longer claims the profile.
        encrypted: Whether the copy is protected.
        rewrite: What is done to the saved bytes.
    """

    apply: Apply
    rule: str
    profile: str
    clause: str
    encrypted: bool
    rewrite: Callable[[bytes], bytes]

    def done_to(self, data: bytes) -> bytes:
        """A damaged copy of a file."""
        target = BytesIO()
        with pikepdf.open(BytesIO(data)) as pdf:
            self.apply(pdf)
            protection = pikepdf.Encryption(owner="x", user="") if self.encrypted else False
            pdf.save(target, fix_metadata_version=False, encryption=protection)
        return self.rewrite(target.getvalue())


DAMAGES: dict[str, Damage] = {}


def damage(
    rule: str,
    profile: str = "",
    clause: str = "",
    *,
    encrypted: bool = False,
    rewrite: Callable[[bytes], bytes] = bytes,
) -> Callable[[Apply], Apply]:
    """Registers a damage under the name of its function."""

    def register(apply: Apply) -> Apply:
        name = apply.__name__.replace("_", "-")
        DAMAGES[name] = Damage(apply, rule, profile, clause, encrypted, rewrite)
        return apply

    return register


def kids(element: Any) -> list[Any]:
    """What stands in an element, as written."""
    found = element.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def elements(pdf: pikepdf.Pdf, role: str = "") -> Iterator[Any]:
    """The structure elements of a type in logical order."""
    waiting = kids(pdf.Root.StructTreeRoot)
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            waiting = [*kids(element), *waiting]
            if role in ("", str(element.S)[1:]):
                yield element


def first(pdf: pikepdf.Pdf, role: str) -> Any:
    """The first element of a type."""
    return next(elements(pdf, role))


def links(pdf: pikepdf.Pdf) -> list[Any]:
    """All annotations."""
    return [each for page in pdf.pages for each in page.obj.get("/Annots", [])]


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    """The fonts of the last page."""
    return list(pdf.pages[-1].Resources.Font.values())


def rewrite_page(pdf: pikepdf.Pdf, change: Callable[[bytes], bytes]) -> None:
    """Changes the drawing instructions of the last page; it is an error to change nothing."""
    page = pdf.pages[-1]
    page.contents_coalesce()
    old = page.Contents.read_bytes()
    new = change(old)
    assert new != old
    page.Contents = pdf.make_stream(new)


def rewrite_metadata(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Replaces a part of the metadata."""
    metadata = pdf.Root.Metadata.read_bytes()
    assert old in metadata
    pdf.Root.Metadata.write(metadata.replace(old, new))


def add_resource(pdf: pikepdf.Pdf, kind: str, name: str, value: Any) -> None:
    """Puts something at the disposal of the last page, such as an image."""
    resources = pdf.pages[-1].Resources
    known = dict(resources.get(f"/{kind}", pikepdf.Dictionary()).items())
    resources[f"/{kind}"] = pikepdf.Dictionary({**known, f"/{name}": value})
