"""What one résumé line shows: outcome or duty, its measures, its strength, and what is missing."""
