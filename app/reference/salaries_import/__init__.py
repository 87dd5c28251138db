"""Turns official published pay files into our own tables under `data/salaries/`."""
