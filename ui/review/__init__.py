"""Looking over what a machine read: the picture beside what was found on it."""
