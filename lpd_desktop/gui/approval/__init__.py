"""States of a plan in the window: what is possible, who does it, the approval, the log."""
