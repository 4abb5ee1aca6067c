"""What is asked: forms, sections, items, topics, budget rows, and the 53 Jobcenter."""
