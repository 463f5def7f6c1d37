"""Real answers, one an operation, which the API's description shows as examples."""
