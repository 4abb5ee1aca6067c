"""Earlier states of the open draft and earlier texts of an answer: read, compared, brought back."""
