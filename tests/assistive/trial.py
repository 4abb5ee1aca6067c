"""Starts a virtual screen, the accessibility bus and the program, and lets the client try."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent.parent
FOLDER = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-run-session")
PACKAGES = "xvfb openbox xdotool dbus at-spi2-core python3-pyatspi"
_SESSION_SECONDS = 240


@dataclass(frozen=True)
class Step:
    """A step of the window: its label, and words to be typed into its fields by their names."""

    label: str
    fields: dict[str, str]


def missing() -> str:
    """What this machine lacks for the trial; empty when nothing."""
    absent = [name for name in PROGRAMS if shutil.which(name) is None]
    if not LAUNCHER.exists():
        absent.append("at-spi-bus-launcher")
    if not _imports_pyatspi():
        absent.append("pyatspi")
    return f"{', '.join(absent)} missing (apt-get install {PACKAGES})" if absent else ""


def _imports_pyatspi() -> bool:
    asked = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    there = Path(SYSTEM_PYTHON).exists()
    return there and not subprocess.run(asked, check=False, capture_output=True).returncode


@contextmanager
def running(command: Sequence[str], environment: dict[str, str]) -> Iterator[subprocess.Popen]:
    """A process that ends with the block."""
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen; gives its display."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1366x768x24",
        "-nolisten",
        "tcp",
    ]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def try_fields(plan: Path, data: Path, steps: Sequence[Step]) -> list[dict[str, str]]:
    """Types into every field from another process; for each its step, name and problem."""
    told = [{"label": step.label, "fields": step.fields} for step in steps]
    return _tried(plan, data, "client.py", told)


def try_approval(plan: Path, data: Path, told: Mapping[str, object]) -> str:
    """Approves the plan from another process; what went wrong, empty for nothing."""
    return _tried(plan, data, "approval_client.py", told)


def _tried(plan: Path, data: Path, client: str, told: object) -> Any:
    command = [
        sys.executable,
        "-m",
        "tests.assistive.trial",
        str(plan),
        str(data),
        client,
        json.dumps(told),
    ]
    with screen() as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        environment.pop("WAYLAND_DISPLAY", None)
        done = subprocess.run(
            ["dbus-run-session", "--", *command],
            env=environment,
            cwd=PROJECT,
            capture_output=True,
            text=True,
            timeout=_SESSION_SECONDS,
            check=False,
        )
    if done.returncode:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def session(plan: str, data: str, client: str, told: str) -> None:
    """Inside the bus of its own: the launcher, a window manager, the program, the client."""
    environment = dict(os.environ)
    start = "import sys; from lpd_desktop.__main__ import window_main; sys.exit(window_main())"
    program = [sys.executable, "-c", start, "--data", data, plan]
    with ExitStack() as running_now:
        for command in ([str(LAUNCHER), "--launch-immediately"], ["openbox"], program):
            running_now.enter_context(running(command, environment))
        subprocess.run([SYSTEM_PYTHON, str(FOLDER / client), told], check=True)


if __name__ == "__main__":
    session(*sys.argv[1:])
