"""Postings: a brief, and the job posting composed from it."""
