"""The official veraPDF program: found with Maven, run once for many files."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lpd_desktop.runtime.files import write_atomically

_POM = Path(__file__).with_name("pom.xml")
_KEPT = _POM.parent.parent.parent / "build" / "conformance"
_MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
_SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")
_SECONDS = 300

PATIENCE = 2 * _SECONDS + 100
"""Seconds that a test may take which starts the validator: Maven may have to load it."""

PROFILES = {"PDF/A-3a": "3a", "PDF/UA-1": "ua1"}
"""What each profile's name in the report begins with, and how it is called here."""


class NotAvailableError(Exception):
    """The validator cannot run here; the message says why."""


@dataclass(frozen=True)
class Verdict:
    """What one profile says of one file.

    Attributes:
        rules: How many rules were applied.
        failures: The rules that failed, as `7.18.3-1` (clause and number of the test).
    """

    rules: int
    failures: frozenset[str]


Verdicts = dict[str, dict[str, Verdict]]
"""By the file's name without ending, then by profile (`3a`, `ua1`)."""


def class_path() -> str:
    """The class path, resolved once for each version of the pom and kept in `build/`.

    Raises:
        NotAvailableError: no Java, no Maven, or the validator cannot be loaded.
    """
    for program in ("java", "mvn"):
        if shutil.which(program) is None:
            message = f"{program} is not installed"
            raise NotAvailableError(message)
    digest = hashlib.sha256(_POM.read_bytes()).hexdigest()[:16]
    kept = _KEPT / f"class-path-{digest}.txt"
    if kept.exists():
        classes = kept.read_text("utf-8")
        if all(Path(each).exists() for each in classes.split(os.pathsep)):
            return classes
    _resolve(kept)
    return kept.read_text("utf-8")


def _resolve(kept: Path) -> None:
    """Asks Maven; nothing is left behind where that fails."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(f".{os.getpid()}")
    goal = ["dependency:build-classpath", f"-Dmdep.outputFile={fresh}"]
    # Java looks its user up by number: Maven would not follow HOME by itself.
    home = f"-Duser.home={Path.home()}"
    maven = [shutil.which("mvn") or "mvn", "-q", "-B", home, "-f", str(_POM), *goal]
    done = subprocess.run(
        maven,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=_SECONDS,
    )
    if done.returncode or not fresh.exists():
        message = f"Maven could not load veraPDF: {(done.stdout + done.stderr)[-600:]}"
        raise NotAvailableError(message)
    write_atomically(kept, fresh.read_text("utf-8").strip().encode())
    fresh.unlink()


def validate(classes: str, files: Sequence[Path]) -> Verdicts:
    """Lets veraPDF judge the files in one process, each by the profiles that it claims to meet."""
    options = ["-f", "0", "--format", "json", "--maxfailuresdisplayed", "1"]
    done = subprocess.run(
        ["java", *_SHORT_RUN, "-cp", classes, _MAIN, *options, *map(str, files)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=_SECONDS,
    )
    try:
        report = json.loads(done.stdout)["report"]
    except ValueError as error:
        message = f"veraPDF gave no report: {done.stderr[-600:]}"
        raise RuntimeError(message) from error
    return {Path(job["itemDetails"]["name"]).stem: _verdicts(job) for job in report["jobs"]}


def _verdicts(job: dict[str, Any]) -> dict[str, Verdict]:
    """What the report says of one file; nothing where it could not be read."""
    return {
        PROFILES[result["profileName"].split()[0]]: _verdict(result["details"])
        for result in job.get("validationResult", ())
        if result["profileName"].split()[0] in PROFILES
    }


def _verdict(details: dict[str, Any]) -> Verdict:
    failed = frozenset(
        f"{rule['clause']}-{rule['testNumber']}"
        for rule in details["ruleSummaries"]
        if rule["ruleStatus"] == "FAILED"
    )
    return Verdict(details["passedRules"] + details["failedRules"], failed)
