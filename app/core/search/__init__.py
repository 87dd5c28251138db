"""Site search: one question over everything that has a name in the product."""
