"""One file per verb: all that the window and the command line call."""
