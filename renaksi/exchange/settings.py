"""`mkdocs.yml` of an imported corpus: the engine's own, with another name and member."""

import yaml

from renaksi.exchange.member import Member

# What belongs to the site that the settings were taken from.
_OWN = ("site_name", "site_url", "repo_url", "edit_uri", "copyright", "extra")
_HEAD = "# The site of one corpus: this file, content/ and data/.\n"


def write_settings(engine: str, name: str, member: Member) -> str:
    """The settings of a site, after those of the engine (`mkdocs.yml` as text)."""
    kept = {key: value for key, value in yaml.safe_load(engine).items() if key not in _OWN}
    told = {key: value for key, value in vars(member).items() if value}
    settings = {"site_name": name, **kept, "extra": {"ogp": told}}
    return _HEAD + yaml.safe_dump(settings, sort_keys=False, allow_unicode=True, width=100)
