"""The manual and the program name the same things."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from lpd_desktop.cli import parser

DOCS = Path(__file__).resolve().parents[3] / "docs"


def verbs() -> set[str]:
    actions = [
        action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
    ]
    return set(actions[0].choices)


def test_the_manual_explains_every_verb_and_no_other() -> None:
    manual = (DOCS / "handbuch.md").read_text("utf-8")
    assert set(re.findall(r"^\| `lpd ([a-z-]+)`", manual, re.MULTILINE)) == verbs()


def test_every_link_of_the_documents_leads_to_a_file() -> None:
    for path in (*DOCS.glob("*.md"), DOCS.parent / "README.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), (path.name, target)


def test_the_readme_shows_only_verbs_that_there_are() -> None:
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    shown = set(re.findall(r"^lpd ([a-z-]+)", readme, re.MULTILINE))
    assert shown
    assert shown <= verbs()
