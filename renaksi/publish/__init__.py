"""From corpus to pages: what each page is, where it lives, and the values it prints."""
