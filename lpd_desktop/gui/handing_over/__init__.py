"""„An das MAGS übergeben…“: check, package, words to go with it, and the entry that it was sent."""
