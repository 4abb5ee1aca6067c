"""`python -m lpd_desktop`: the window; with arguments, the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line where there are arguments, else the window."""
    if len(sys.argv) > 1:
        from lpd_desktop.cli import main as command_line

        return command_line(sys.argv[1:])
    return window_main()


def window_main() -> int:
    """Runs the window; a file may be named."""
    from lpd_desktop.app import run_window

    arguments = sys.argv[1:]
    return run_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
