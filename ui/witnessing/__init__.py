"""Having the time witnessed: consent, which authorities, anchoring in the background, how far it is."""
