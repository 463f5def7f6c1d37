"""The knowledge: facts, records, identity, quads, the store, and the answers drawn from it."""
