"""Keeps what people save: the only room that knows the database."""
