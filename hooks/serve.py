"""What a preview needs beside a build: the last good pages, and words where no port is free."""

from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from renaksi.preview import rebuild


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """While serving, a failed rebuild is reported and the last good pages stay."""
    root = Path(config.docs_dir).parent
    server.builder = partial(rebuild, server.builder, Path(config.site_dir), root, Abort)
    server.server_bind = partial(bind, server.server_bind, *config.dev_addr)
    return server


def bind(listen: Any, host: str, port: int) -> None:
    """Takes the address, or says which other one to try."""
    try:
        listen()
    except (OSError, OverflowError):
        shown = f"[{host}]" if ":" in host else host
        other = f"make serve ADDRESS=127.0.0.1:{port + 1 if 1024 <= port < 65535 else 8001}"
        raise Abort(
            f"Alamat {shown}:{port} tidak dapat dipakai, mungkin sedang dipakai program lain; "
            f"coba `{other}`. / The address {shown}:{port} cannot be used, perhaps another program "
            f"is using it; try `{other}`."
        ) from None
