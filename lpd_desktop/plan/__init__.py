"""What is written: the immutable plan, the work around it, the .lpd file, addresses, amounts."""
