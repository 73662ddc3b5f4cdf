"""Another held-out half, drawn by somebody who never saw the reader's rules."""
