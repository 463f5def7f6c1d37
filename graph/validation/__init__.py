"""Whether curated facts keep the rules: one small function a rule, one table of rules."""
