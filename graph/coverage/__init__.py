"""How much of the curated facts has been verified, field by field, and what has not."""
