"""The search: what is indexed, which words belong together, and the index that browsers load."""
