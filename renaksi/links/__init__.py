"""Addresses elsewhere on the web that the corpus names: whether they answer, and their copies."""
