"""The timeline: one list of events, day by day."""
