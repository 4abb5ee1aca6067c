"""„Termine“: the days on which a plan is due somewhere."""
