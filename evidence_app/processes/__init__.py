"""Worker processes for what must not run in the window's: how they are started, limited, asked and ended."""
