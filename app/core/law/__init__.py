"""Posting law: which duties a posting falls under on a day, and which of them it does not meet."""
