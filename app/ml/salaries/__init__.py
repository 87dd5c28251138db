"""Fits, evaluates and describes the US pay model (offline; the product itself only looks numbers up)."""
