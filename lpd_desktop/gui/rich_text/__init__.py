"""The rich-text editor: a view over blocks that can make the exact subset and nothing else."""

from __future__ import annotations
