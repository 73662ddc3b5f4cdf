"""The sample dispute: every file of it drawn, spoken or written by this package, nothing borrowed."""
