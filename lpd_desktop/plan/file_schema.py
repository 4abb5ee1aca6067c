"""The JSON schema of the .lpd file, made from the types that read it."""

from __future__ import annotations

from typing import Any

import msgspec

from lpd_desktop.form.model import Form
from lpd_desktop.plan.file import FILE_SCHEMA
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.work import Release, Work
from lpd_desktop.runtime.schema_text import with_clean_descriptions


class LpdFileShape(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The outermost object; attachments of a PDF leave `work` out."""

    schema: int
    form: Form
    plan: Plan
    work: Work | msgspec.UnsetType = msgspec.UNSET
    release: Release | None = None


def lpd_file_schema() -> dict[str, Any]:
    """The schema that `resources/lpd-file.schema.json` holds."""
    schema = with_clean_descriptions(msgspec.json.schema(LpdFileShape))
    definitions = schema["$defs"]
    definitions["LpdFileShape"]["properties"]["schema"] = {"const": FILE_SCHEMA}
    run = definitions["Run"]
    run["oneOf"] = [{"required": ["text"]}, {"required": ["footnote"]}]
    title = "LPD Desktop: Planungsdokument (.lpd)"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}
