#!/usr/bin/env python3
"""Set-up and developer commands; needs nothing but Python 3.11 to 3.14.

python3 dev.py run          environment, the story of the sample, the wizard
python3 dev.py test         environment, lint, types, import contracts, tests: what CI runs
             --offline     likewise with the network taken away (Linux)
python3 dev.py lint         the first three of these
python3 dev.py bench        timings against peers in the same run
python3 dev.py build        the one-dir program under dist/, and a proof that it runs
python3 dev.py screenshots  pictures of every page and dialog
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROJECT = Path(__file__).resolve().parent
ENVIRONMENT = PROJECT / ".venv"
LOCK = PROJECT / "requirements-dev.lock"
DEMO = PROJECT / "build" / "demo"
OLDEST, NEWEST = (3, 11), (3, 14)
WINDOWS = os.name == "nt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")

# What Qt's offscreen and xcb plug-ins ask of Debian and Ubuntu: package, proof that it is there.
LIBRARIES = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libx11-6": "libX11.so.6",
    "libx11-xcb1": "libX11-xcb.so.1",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-glx0": "libxcb-glx.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-render0": "libxcb-render.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-shm0": "libxcb-shm.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
}
# Independent readers of the PDF, for the tests.
PROGRAMS = {"qpdf": "qpdf", "poppler-utils": "pdftotext"}
# A virtual screen with its accessibility tree, a German dictionary, a compiler for what records
# writes to the disk: without them tests are skipped.
TRIALS = {
    "at-spi2-core": "/usr/libexec/at-spi-bus-launcher",
    "dbus": "dbus-run-session",
    "gcc": "cc",
    "hunspell-de-de": "/usr/share/hunspell/de_DE.dic",
    "libc6-dev": "/usr/include/dlfcn.h",
    "openbox": "openbox",
    "python3-pyatspi": "/usr/lib/python3/dist-packages/pyatspi/__init__.py",
    "xdotool": "xdotool",
    "xvfb": "Xvfb",
}

LINT = {
    "ruff": ["-m", "ruff", "check", "--quiet", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "mypy": ["-m", "mypy", "--no-error-summary"],
    "import contracts": [
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ],
}
# One process for all documents: the validator is loaded and started once.
CONFORMANCE = "tests/conformance"
OFFLINE = "--offline"
COLLECTION = ["-m", "pytest", "--collect-only", "-q", f"--ignore={CONFORMANCE}"]
"""Compiles program and tests while the types are checked; each worker would do it otherwise."""
QUIET = ("import contracts", "conformance of the PDF", "collection")


class StepError(Exception):
    """A step did not succeed; the message says which."""


def main() -> int:
    """Runs one command; 0 when every step of it succeeded."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = {
        "run": run,
        "test": test,
        "lint": lint,
        "bench": bench,
        "build": build,
        "screenshots": screenshots,
    }
    parser.add_argument("command", choices=commands)
    parser.add_argument("rest", nargs="*", help="handed on, for test: to pytest")
    options, unknown = parser.parse_known_args()
    try:
        prepare(testing=options.command == "test")
        commands[options.command]([*options.rest, *unknown])
    except StepError as error:
        print(f"\n{error}", flush=True)
        return 1
    return 0


def prepare(*, testing: bool) -> None:
    """Makes the environment, or finds it made; works without a network when it is."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise StepError(f"Python 3.11 to 3.14 is needed, this is {sys.version.split()[0]}.")
    install_system_packages({**PROGRAMS, **trials()} if testing else {})
    if not is_made("dependencies", LOCK):
        make_environment()
    if not is_made("project", PROJECT / "pyproject.toml"):
        pip("--no-deps", "--no-build-isolation", "--editable", str(PROJECT))
        call([str(PYTHON), "-m", "compileall", "-q", str(PROJECT / "lpd_desktop")])
        stamp("project").write_text(fingerprint(PROJECT / "pyproject.toml"), "utf-8")


def trials() -> dict[str, str]:
    """What the slower trials need: installed by root, only spoken of to everybody else."""
    if WINDOWS or shutil.which("apt-get") is None or os.geteuid() == 0:
        return TRIALS
    absent = " ".join(package for package, proof in TRIALS.items() if not is_there(proof))
    if absent:
        say(f"some trials will be skipped; for all of them: sudo apt-get install {absent}")
    return {}


def make_environment() -> None:
    """A fresh .venv with exactly what the lock lists."""
    say("environment: making .venv from requirements-dev.lock")
    if ENVIRONMENT.exists():
        if WINDOWS and ENVIRONMENT in Path(sys.executable).parents:
            raise StepError("The environment is out of date. Please leave it (deactivate) first.")
        shutil.rmtree(ENVIRONMENT)
    call([base_python(), "-m", "venv", str(ENVIRONMENT)])
    # Most of it is never used; what is gets compiled then, and kept.
    pip("--require-hashes", "--no-compile", "--requirement", str(LOCK))
    stamp("dependencies").write_text(fingerprint(LOCK), "utf-8")


def pip(*arguments: str) -> None:
    """One installation into the environment, from wherever pip is set up to load."""
    install = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    if subprocess.run([*install, *arguments], cwd=PROJECT, check=False).returncode:
        raise StepError("The packages could not be installed; pip says why above.")


def base_python() -> str:
    """The interpreter outside of any environment, also when dev.py runs inside .venv."""
    return getattr(sys, "_base_executable", None) or sys.executable


def stamp(part: str) -> Path:
    """The file that says what a part of the environment was made from."""
    return ENVIRONMENT / f"made-from-{part}.txt"


def is_made(part: str, source: Path) -> bool:
    """Whether this part was made from the same file by the same Python."""
    made = stamp(part)
    return (
        PYTHON.exists() and made.exists() and made.read_text("utf-8").strip() == fingerprint(source)
    )


def fingerprint(source: Path) -> str:
    """The interpreter and the content of a file, whatever its line endings."""
    digest = hashlib.sha256(source.read_bytes().replace(b"\r", b"")).hexdigest()
    return f"{sys.version_info[0]}.{sys.version_info[1]} {sys.base_prefix} {PROJECT} {digest}"


def install_system_packages(programs: dict[str, str]) -> None:
    """On Debian and Ubuntu: names what is missing, installs it as root, else prints the line."""
    if WINDOWS or shutil.which("apt-get") is None:
        return
    missing = missing_packages(programs)
    if not missing:
        return
    line = f"apt-get install -y --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0:
        raise StepError(f"Some system packages are missing. Please run:\n\n    sudo {line}\n")
    say(f"system packages: installing {', '.join(missing)}")
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    }
    subprocess.run(["apt-get", "update", "-q"], check=False, **quiet)
    if subprocess.run(line.split(), check=False, **quiet).returncode:
        raise StepError(f"The system packages could not be installed with: {line}")


def missing_packages(programs: dict[str, str]) -> list[str]:
    """The Debian packages whose library, program or module is not there."""
    listed = subprocess.run(
        [shutil.which("ldconfig") or "/sbin/ldconfig", "-p"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    missing = [package for package, library in LIBRARIES.items() if library not in listed]
    missing += [package for package, proof in programs.items() if not is_there(proof)]
    try:
        import ensurepip  # noqa: F401 - Debian ships it apart from Python
    except ImportError:
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    return sorted(missing)


def is_there(proof: str) -> bool:
    """Whether a program is found by its name, or a file by its path."""
    return shutil.which(proof) is not None or Path(proof).is_file()


def run(_rest: list[str]) -> None:
    """The story of the sample, then the wizard on it, or pictures where there is no screen."""
    tell_the_story()
    if has_screen():
        say("wizard: opening the sample")
        window = [str(PYTHON.parent / "lpd-desktop"), "--data", str(DEMO / "data")]
        call([*window, str(DEMO / "beispiel.lpd")])
    else:
        say("no screen here: taking pictures instead")
        screenshots([])


def tell_the_story() -> None:
    """Runs `lpd demo`, which leaves the sample's plan and PDF in a folder."""
    call([str(PYTHON), "-m", "lpd_desktop", "demo", "-o", str(DEMO)])


def has_screen() -> bool:
    """Whether a window can be opened."""
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return WINDOWS or sys.platform == "darwin" or bool(named)


def screenshots(rest: list[str]) -> None:
    """Pictures of the wizard's pages and dialogs and of the PDF's pages."""
    folder = Path(rest[0]).resolve() if rest else PROJECT / "build" / "screenshots"
    if not rest:
        shutil.rmtree(folder, ignore_errors=True)
    if not (DEMO / "plan.pdf").exists():
        tell_the_story()
    # The offscreen plug-in says for each window that it knows no size hints.
    quiet = {**offscreen(), "QT_LOGGING_RULES": "default.warning=false"}
    pdf = ["-m", "tests.page_pictures", str(DEMO / "plan.pdf"), str(folder)]
    step("pictures of the PDF's pages", [str(PYTHON), *pdf])
    window = ["-m", "tests.gui.screenshots", str(folder)]
    step("pictures of the wizard, in all colours and at 200 %", [str(PYTHON), *window], quiet)
    say(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


def lint(_rest: list[str]) -> None:
    """Style, formatting, types, import contracts."""
    all_of(LINT)


def test(rest: list[str]) -> None:
    """Everything that CI runs; arguments are handed to pytest instead."""
    if OFFLINE in rest:
        rest = [each for each in rest if each != OFFLINE]
        call([*without_network(), sys.executable, str(PROJECT / "dev.py"), "test", *rest])
        return
    started = time.monotonic()
    os.environ.update(proof_of_the_pdf())
    if rest:
        all_of({**LINT, "pytest": ["-m", "pytest", "-q", *rest]})
    else:
        # One more than processors: of some, one waits for a window or another process.
        workers = ["-n", str(min(4, 1 + (os.cpu_count() or 1)))]
        others = [*workers, f"--ignore={CONFORMANCE}"]
        all_of(
            {**LINT, "pytest": ["-m", "pytest", "-q", *others]},
            beside={
                "collection": COLLECTION,
                "conformance of the PDF": ["-m", "pytest", "-q", CONFORMANCE],
            },
        )
    say(f"all of it took {time.monotonic() - started:.0f} s")


def without_network() -> list[str]:
    """What stands before a command whose processes shall see no network but themselves."""
    alone = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], check=False).returncode:
        raise StepError("The network cannot be taken away here: unshare is missing or forbidden.")
    own = 'ip link set lo up 2>/dev/null; exec "$@"'
    return [*alone, "sh", "-c", own, "sh"]


def proof_of_the_pdf() -> dict[str, str]:
    """Forbids to skip the proof by veraPDF where it can run; says so where it cannot."""
    missing = [program for program in ("java", "mvn") if shutil.which(program) is None]
    if missing:
        say(f"PDF/A and PDF/UA are not proven by veraPDF: {' and '.join(missing)} not found")
        return {}
    return {"LPD_CONFORMANCE": "required"}


def all_of(steps: dict[str, list[str]], beside: dict[str, list[str]] | None = None) -> None:
    """Runs every step, also after one has failed, and names those that did.

    What stands in `beside` runs meanwhile, and is heard of when it fails.
    """
    with ThreadPoolExecutor() as pool:
        running = {name: pool.submit(fine, name, each) for name, each in (beside or {}).items()}
        failed = [name for name, command in steps.items() if not fine(name, command)]
        failed += [name for name, result in running.items() if not result.result()]
    if failed:
        raise StepError(f"Failed: {', '.join(failed)}.")


def fine(name: str, command: list[str]) -> bool:
    """Whether one step of Python in the environment succeeds."""
    try:
        step(name, [str(PYTHON), *command], offscreen(), quiet=name in QUIET)
    except StepError as error:
        say(str(error))
        return False
    return True


def bench(rest: list[str]) -> None:
    """Timings as ratios to a peer in the same run."""
    step("benchmarks", [str(PYTHON), "-m", "tests.benchmarks", *rest], offscreen())


def build(_rest: list[str]) -> None:
    """The one-dir program, and the proof that it runs on its own."""
    target = PROJECT / "dist" / "lpd-desktop"
    spec = ["--noconfirm", "--log-level", "WARN", str(PROJECT / "build.spec")]
    step("pyinstaller", [str(PYTHON), "-m", "PyInstaller", *spec])
    program = target / ("lpd.exe" if WINDOWS else "lpd")
    clean = {key: os.environ[key] for key in ("SYSTEMROOT", "TEMP", "TMP") if key in os.environ}
    folder = PROJECT / "build" / "demo-of-bundle"
    step("the bundle tells the story", [str(program), "demo", "-o", str(folder)], clean)
    files = [path for path in target.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    say(f"{target}: {size / 1_000_000:.0f} MB")


def offscreen() -> dict[str, str]:
    """The environment without a screen, unless somebody asked for one."""
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ}


def step(
    name: str, command: list[str], environment: dict[str, str] | None = None, *, quiet: bool = False
) -> None:
    """One named step, with the time it took; quiet steps print only when they fail."""
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=PROJECT,
        env=with_bytecode({**(os.environ if environment is None else environment)}),
        check=False,
        capture_output=quiet,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        print((done.stdout or "") + (done.stderr or ""), end="")
        raise StepError(f"{name}: failed")
    say(f"{name}: fine ({time.monotonic() - started:.1f} s)")


def with_bytecode(environment: dict[str, str]) -> dict[str, str]:
    """Hundreds of processes would compile the program anew if they might not keep what they did."""
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return {**environment, "PYTHONUTF8": "1"}


def call(command: list[str], environment: dict[str, str] | None = None) -> None:
    """One command whose failure ends everything."""
    if subprocess.run(command, cwd=PROJECT, env=environment, check=False).returncode:
        raise StepError(f"This failed: {' '.join(command)}")


def say(text: str) -> None:
    """One line on what is going on."""
    print(f"· {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
