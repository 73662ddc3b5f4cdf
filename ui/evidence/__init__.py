"""The evidence page: a dispute's exhibits as a grid of pictures."""
