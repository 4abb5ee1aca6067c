"""What the checks read out of prose: stretches, sentences, figures, dates."""
