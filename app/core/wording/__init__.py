"""Wording: which words of a posting a fair reader would change, why, and how sure the evidence is."""
