"""Ground floor: errors, files, paths, progress. Knows nothing of forms and plans, and no Qt."""
