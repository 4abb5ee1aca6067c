"""„Einstellungen des Jobcenters“: what the office and its user set once."""
