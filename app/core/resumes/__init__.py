"""What a résumé says: its sections, its lines, and what they show of a person's delivery work."""
