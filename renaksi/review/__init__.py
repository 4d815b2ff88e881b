"""What a proposal is answered with: a verdict, what to mend, what would change, new warnings."""

from renaksi.review.comment import MARK, Links, Proposal, render_comment

__all__ = ["MARK", "Links", "Proposal", "render_comment"]
