"""What a page may load and run: its Content-Security-Policy."""

# `wasm-unsafe-eval` lets the search run WebAssembly of our own, and nothing more.
_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{inline}; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


def build_policy(*, serving: bool) -> str:
    """The policy of a built page, or of one that is served while it is worked on.

    Live reload puts a script into the page, so a served one must allow that; a built one never.
    """
    return _POLICY.format(inline=" 'unsafe-inline'" if serving else "")
