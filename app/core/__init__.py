"""The ground floor: what the product knows about the TPM role. Standard library only."""
