"""What a timeline means: deadlines, contact limits, cost of credit, completeness. Pure; the tables are data."""
