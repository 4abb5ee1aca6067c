"""Earlier texts of answers and earlier states of whole plans."""
