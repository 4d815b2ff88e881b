"""Entries of the generated corpus as YAML, with the keys that a commitment usually has."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Words:
    """Invented words, drawn by a seeded generator."""

    random: Random
    known: list[str]

    def plain(self, number: int) -> list[str]:
        return self.random.choices(self.known, k=number)

    def text(self, number: int, language: str) -> str:
        """A few sentences, with an abbreviation of the glossary in the form of their language."""
        drawn = self.plain(number)
        drawn[number // 2] = abbreviation(self.random.randrange(46), language)
        drawn[0] = drawn[0].capitalize()
        return " ".join(drawn) + "."

    def both(self, number: int, indent: str) -> str:
        """A text in both languages, folded where it is longer than a line."""
        lines = []
        for language in ("id", "en"):
            text = self.text(number, language)
            if number > 12:
                half = text.index(" ", len(text) // 2)
                text = f">-\n{indent}  {text[:half]}\n{indent}  {text[half + 1 :]}"
            lines.append(f"{indent}{language}: {text}\n")
        return "".join(lines)


@dataclass(frozen=True)
class Facts:
    """What the files of one commitment have in common."""

    id: str
    number: int
    plan: str
    source: str
    organizations: list[str]


def abbreviation(index: int, language: str) -> str:
    """The form of a term that the glossary prefers in a language."""
    return f"{'KT' if language == 'id' else 'CT'}{index:02}"


def source(id: str) -> str:
    """A record of `data/sources.yaml`."""
    return f"""\
- id: {id}
  title: Halaman {id}
  short_title:
    id: Halaman {id}
    en: Page {id}
  publisher: Kantor Awan
  url: https://example.org/{id}
  document_date: 2030-05-06
  language: id
"""


def organization(id: str) -> str:
    """A record of `data/organizations.yaml`."""
    return f"""\
- id: {id}
  title:
    id: Kantor {id}
    en: Office {id}
  kind: government
  source: cloud-page
"""


def term(index: int) -> str:
    """A record of `data/glossary.yaml`."""
    own, other = abbreviation(index, "id"), abbreviation(index, "en")
    return f"""\
- id: term-{index:02}
  term: {own}
  expansion:
    id: Kantor Terang {own}
    en: Clear Office {other}
  abbreviations: [{own}, {other}]
  preferred: {{id: {own}, en: {other}}}
  source: cloud-page
"""


def commitment(facts: Facts, words: Words) -> str:
    """The front matter of a commitment, about 3,800 characters long."""
    origin, offices = facts.source, facts.organizations
    return (
        f"id: {facts.id}\n"
        f"title:\n{words.both(8, '  ')}"
        f"title_source:\n  id: {origin}\n  en: {origin}\n"
        f"short_title:\n{words.both(4, '  ')}"
        f"plan: {facts.plan}\nnumber: {facts.number}\nstream: open-government\n"
        f"ogp_title:\n  value: {' '.join(words.plain(5))}\n  source: {origin}\n"
        f"ogp_id:\n  value: CL{facts.number:04}\n  source: {origin}\n"
        f"ogp_url:\n  value: https://example.org/CL{facts.number:04}/\n  source: {origin}\n"
        f"policy_areas:\n  value:\n    - roads\n    - sky\n  source: {origin}\n"
        f"  note:\n{words.both(12, '    ')}"
        f"lead_organizations:\n  value:\n    - {offices[0]}\n    - {offices[1]}\n"
        f"  source: {origin}\n  note:\n{words.both(20, '    ')}"
        f"supporting_organizations:\n  value:\n    - {offices[2]}\n  source: {origin}\n"
        f"civil_society_organizations:\n  value:\n    - {offices[3]}\n    - {offices[4]}\n"
        f"  source: {origin}\n"
        f"objective:\n  value:\n{words.both(25, '    ')}  source: {origin}\n"
        f"baseline:\n  - value:\n{words.both(10, '      ')}    source: {origin}\n"
        f"{_steps(origin, words)}"
        f"start_date:\n  value: 2030-01\n  source: {origin}\n"
        f"end_date:\n  value: 2030-12\n  source: {origin}\n"
        f"ogp_values:\n  value:\n    - access\n  source: {origin}\n"
        f"sdgs:\n  value: null\n  source: {origin}\n  note:\n{words.both(10, '    ')}"
        f"irm_design:\n"
        f"  verifiable:\n    value: true\n    source: {origin}\n"
        f"  relevant:\n    value: true\n    source: {origin}\n"
        f"  ambition:\n    value: low\n    source: {origin}\n    note:\n{words.both(30, '      ')}"
    )


def _steps(origin: str, words: Words) -> str:
    """Planned actions and two milestones."""
    actions = "".join(
        f"    - id: {words.text(9, 'id')}\n      en: {words.text(9, 'en')}\n" for _ in range(2)
    )
    milestones = "".join(
        f"  - id: m{index}\n    title:\n{words.both(6, '      ')}"
        f"    start_date: 2030-01\n    end_date: 2030-06-30\n"
        f"    indicator:\n{words.both(5, '      ')}    target:\n{words.both(4, '      ')}"
        f"    source: {origin}\n"
        for index in (1, 2)
    )
    return f"planned_actions:\n  value:\n{actions}  source: {origin}\nmilestones:\n{milestones}"


def update(facts: Facts, words: Words) -> str:
    """An assessment of the IRM, as a file of the ledger."""
    return (
        f"id: {facts.id[:4]}-irm\ncommitment: {facts.id}\nvoice: irm\n"
        f"reporting_period: end-of-term\ndate: 2031-07\ncompletion: substantial\n"
        f"early_results: no-data\nnote:\n{words.both(30, '  ')}source: {facts.source}\n"
    )
