"""Indonesia's open-government action plan as typed, checked, publishable data.

The package understands `content/` and `data/` without knowing MkDocs; `hooks/` and
`theme/` turn what it understands into a site. See `docs/architecture.md`.
"""

__version__ = "0.1.0"
