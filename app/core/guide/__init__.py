"""The role guide: what a TPM does, how to become one, and what it pays, each claim with its source."""
