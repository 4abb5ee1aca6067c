"""One page for each kind of step, built from the form's items."""
