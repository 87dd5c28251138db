"""Reads data/ into core values: the only room that opens those files."""
