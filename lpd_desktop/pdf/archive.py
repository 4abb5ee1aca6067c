"""What makes the file an archivable one (PDF/A-3a, PDF/UA-1): metadata, colour, attachment."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from lpd_desktop.pdf.attachment import ATTACHMENT_NAME
from lpd_desktop.pdf.edition_marks import mark_element
from lpd_desktop.pdf.structure import add_object, text_string
from lpd_desktop.runtime.resources import resource

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>{author}
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>de-DE</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}T00:00:00+00:00</xmp:CreateDate>
<xmp:ModifyDate>{date}T00:00:00+00:00</xmp:ModifyDate>
<xmp:MetadataDate>{date}T00:00:00+00:00</xmp:MetadataDate>
<pdf:Producer>{producer}</pdf:Producer>
{keywords}<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Imprint(msgspec.Struct, frozen=True):
    """What the file says of itself; `date` (ISO) stands for creation and change."""

    title: str
    author: str
    subject: str
    program: str
    date: str
    keywords: str = ""


def describe(document: Any, imprint: Imprint, attachment: bytes | None) -> None:
    """Adds information, XMP, output intent and the attached data, if any, to a document."""
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    catalog.MarkInfo = "<< /Marked true >>"
    catalog.ViewerPreferences = "<< /DisplayDocTitle true >>"
    catalog.PageMode = "/UseOutlines"
    catalog.OutputIntents = f"[{_output_intent(document)}]"
    catalog.Metadata = _stream(document, _xmp(imprint), {"Type": "/Metadata", "Subtype": "/XML"})
    _set_information(document, imprint)
    if attachment is not None:
        _attach(document, imprint, attachment)


def _attach(document: Any, imprint: Imprint, attachment: bytes) -> None:
    catalog = document.Catalog
    specification = _file_specification(document, imprint, attachment)
    catalog.AF = f"[{specification}]"
    names = f"[{text_string(ATTACHMENT_NAME)} {specification}]"
    catalog.Names = f"<< /EmbeddedFiles << /Names {names} >> >>"


def _stream(document: Any, content: bytes, entries: dict[str, str]) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

    stream = PDFStream(PDFDictionary(dict(entries)), content=content)
    return document.Reference(stream)


def _reference(document: Any, stream: Any) -> str:
    number, version = document.idToObjectNumberAndVersion[stream.name]
    return f"{number} {version} R"


def _xmp(imprint: Imprint) -> bytes:
    filled = _XMP.format(
        title=imprint.title.translate(_ESCAPES),
        author=_creator_element(imprint.author),
        subject=imprint.subject.translate(_ESCAPES),
        creator=imprint.program.translate(_ESCAPES),
        producer=imprint.program.translate(_ESCAPES),
        keywords=f"{mark_element(imprint.keywords)}\n" if imprint.keywords else "",
        date=imprint.date,
    )
    return filled.encode()


def _creator_element(author: str) -> str:
    """Nothing where nobody is named: a program is no author."""
    name = author.translate(_ESCAPES)
    return f"\n<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>" if name else ""


def _set_information(document: Any, imprint: Imprint) -> None:
    """The same as in the XMP, which PDF/A asks for."""
    date = f"(D:{imprint.date.replace('-', '')}000000+00'00')"
    entries = {
        "Title": text_string(imprint.title),
        "Subject": text_string(imprint.subject),
        "Creator": text_string(imprint.program),
        "Producer": text_string(imprint.program),
        "CreationDate": date,
        "ModDate": date,
    }
    if imprint.author:
        entries["Author"] = text_string(imprint.author)
    if imprint.keywords:
        entries["Keywords"] = text_string(imprint.keywords)
    source = " ".join(f"/{name} {value}" for name, value in entries.items())
    document.info.format = lambda _document: f"<< {source} >>".encode()


def _output_intent(document: Any) -> str:
    profile = resource("color/srgb.icc").read_bytes()
    stream = _stream(document, profile, {"N": "3"})
    _raw, reference = add_object(
        document,
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
        f" /Info (sRGB IEC61966-2.1) /DestOutputProfile {_reference(document, stream)} >>",
    )
    return reference


def _file_specification(document: Any, imprint: Imprint, attachment: bytes) -> str:
    digest = hashlib.md5(attachment, usedforsecurity=False).hexdigest()
    date = f"(D:{imprint.date.replace('-', '')}000000+00'00')"
    stream = _stream(
        document,
        attachment,
        {
            "Type": "/EmbeddedFile",
            "Subtype": "/application#2Fjson",
            "Params": f"<< /ModDate {date} /Size {len(attachment)} /CheckSum <{digest}> >>",
        },
    )
    embedded = _reference(document, stream)
    name = text_string(ATTACHMENT_NAME)
    _raw, reference = add_object(
        document,
        f"<< /Type /Filespec /F ({ATTACHMENT_NAME}) /UF {name} /AFRelationship /Source"
        f" /Desc {text_string('Daten dieses Dokuments')}"
        f" /EF << /F {embedded} /UF {embedded} >> >>",
    )
    return reference
