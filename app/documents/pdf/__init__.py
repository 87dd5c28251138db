"""Finished values as PDF: tagged for screen readers, with our own fonts, without the network."""
