"""Reads uploaded files within bounds: the only room that opens a stranger's file."""
