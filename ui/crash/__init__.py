"""When the program fails: what is told, what a report holds and never holds, and how an earlier run ended."""
