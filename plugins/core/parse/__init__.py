"""Text → nouns as written, and problems. Nothing here raises on copy."""
