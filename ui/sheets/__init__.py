"""Short questions over the window: each asks only what it needs and ends with a verb."""
