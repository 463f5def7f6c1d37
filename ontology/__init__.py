"""What may be said: the vocabulary, its shapes and concept schemes. Imports nothing of ours."""
