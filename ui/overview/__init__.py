"""The overview page: a dispute at one glance, and what to do next."""
