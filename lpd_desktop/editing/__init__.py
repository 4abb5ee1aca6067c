"""The open draft: change, undo, autosave, findings after each change. No Qt."""
