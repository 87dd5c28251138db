"""Finished values as Word documents (DOCX), with real styles, lists and table heads."""
