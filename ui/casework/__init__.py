"""The case page: what the dispute amounts to, and what a person states beside the evidence."""
