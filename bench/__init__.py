"""Measures how long reading and checking take; `make bench` runs it."""
