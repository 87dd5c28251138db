"""A pasted posting: read into blocks, and the facts that stand in it."""
