"""A plan file in pieces: one for each answer, so that typing in one writes one small row.

The pieces of the table `parts` are the members of the file (form, plan, work, release, schema);
in the plan each answer is replaced by a reference to its piece of the table `answers`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

ANSWERS = "answers"
PARTS = "parts"

Pieces = dict[tuple[str, str], str]
"""JSON text by table and key; the key of an answer is its address."""

_ANSWER_PARTS = {"text": "", "text_below": "/below", "table": "/table", "figures": "/figures"}
_REFERENCE = "answer"
_PLAN = "plan"


def take_apart(raw: Mapping[str, Any]) -> Pieces:
    """The pieces of a plan file; `raw` stays as it is."""
    plan = _copy_of_places(raw[_PLAN])
    pieces: Pieces = {}
    for address, holder, name in _places(raw, plan):
        key = (ANSWERS, address)
        if key not in pieces:
            pieces[key] = compact_json(holder[name])
            holder[name] = {_REFERENCE: address}
    members = {**raw, _PLAN: plan}
    return pieces | {(PARTS, name): compact_json(content) for name, content in members.items()}


def put_together(pieces: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    """The plain content of the file.

    Raises:
        KeyError: a piece is missing; its argument is the table and key.
    """
    raw: dict[str, Any] = {
        name: json.loads(content) for (table, name), content in pieces.items() if table == PARTS
    }
    for _address, holder, name in _places(raw, raw[_PLAN]):
        if isinstance(holder[name], dict) and _REFERENCE in holder[name]:
            holder[name] = json.loads(pieces[ANSWERS, holder[name][_REFERENCE]])
    return raw


def _copy_of_places(plan: Mapping[str, Any]) -> dict[str, Any]:
    """The plan with copies of all objects in which answers stand."""
    copy = dict(plan)
    if "answers" in plan:
        copy["answers"] = {key: dict(answer) for key, answer in plan["answers"].items()}
    if "topics" in plan:
        copy["topics"] = [{**topic, "answers": {**topic["answers"]}} for topic in plan["topics"]]
    if "potentials" in plan:
        copy["potentials"] = [dict(potential) for potential in plan["potentials"]]
    return copy


def _places(
    raw: Mapping[str, Any], plan: Mapping[str, Any]
) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Address, holder and name of each answer in the plan."""
    for key, answer in plan.get("answers", {}).items():
        for name in [name for name in _ANSWER_PARTS if name in answer]:
            yield f"{key}{_ANSWER_PARTS[name]}", answer, name
    topics, potentials = _item_key(raw, "topics"), _item_key(raw, "potentials")
    for topic in plan.get("topics", ()):
        for question in topic["answers"]:
            yield f"{topics}/{topic['key']}/{question}", topic["answers"], question
    for number, potential in enumerate(plan.get("potentials", ()), 1):
        for name in [name for name in ("background", "development") if name in potential]:
            yield f"{potentials}/{number}/{name}", potential, name


def _item_key(raw: Mapping[str, Any], kind: str) -> str:
    """The key of the form's item of a kind; the kind itself where the form has none."""
    sections = raw["form"].get("sections", ())
    items = (item for section in sections for item in section["items"])
    return next((item["key"] for item in items if item.get("kind") == kind), kind)


def compact_json(content: Any) -> str:
    """Compact JSON; a half surrogate pair, which a keyboard can leave, is written escaped."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(content, sort_keys=True, separators=(",", ":"))
    return text
