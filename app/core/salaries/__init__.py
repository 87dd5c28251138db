"""Pay: what is asked, what the evidence supports, and how sure that is."""
