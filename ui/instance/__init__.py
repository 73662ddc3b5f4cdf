"""One window per vault: a second start hands its files to the first one, which comes to the front."""
