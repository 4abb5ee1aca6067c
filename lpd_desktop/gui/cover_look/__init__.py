"""„Erscheinungsbild“: logo and colour of the document in a dialog."""
