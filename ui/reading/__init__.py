"""Text of pictures, read in the background."""
