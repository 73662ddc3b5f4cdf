"""From lines to events: one module for each kind of page, and one visible list of them (`kinds`)."""
