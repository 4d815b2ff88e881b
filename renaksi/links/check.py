"""Asks many addresses: hosts side by side, the addresses of one host one after the other."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urldefrag, urlsplit

from renaksi.links.ask import Client, Found, Reason

_HOSTS_AT_ONCE = 8


def check_addresses(addresses: Iterable[str], client: Client) -> dict[str, Found]:
    """What came of asking each address, in their order. Places within a page are not looked for."""
    order = list(addresses)
    hosts: dict[str, dict[str, None]] = {}
    for address in order:
        bare = urldefrag(address).url
        hosts.setdefault(urlsplit(bare).netloc.lower(), {})[bare] = None
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        of_hosts = pool.map(lambda pages: _check_host(list(pages), client), hosts.values())
        found = {address: each for pages in of_hosts for address, each in pages.items()}
    return {address: found[urldefrag(address).url] for address in order}


def _check_host(addresses: list[str], client: Client) -> dict[str, Found]:
    """One host. When it asks for less, it is left in peace."""
    found: dict[str, Found] = {}
    for number, address in enumerate(addresses):
        if number:
            client.wait()
        found[address] = client.ask(address)
        if found[address].reason is Reason.BUSY:
            break
    return {address: found.get(address, Found(Reason.BUSY)) for address in addresses}
