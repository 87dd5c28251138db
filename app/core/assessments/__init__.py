"""Self-assessment: answers, what they say about skills and level, and what to do next."""
