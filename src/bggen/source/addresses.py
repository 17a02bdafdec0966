"""Which addresses a stranger may name: URLs read strictly, and the public internet told from all else."""

from __future__ import annotations

import ipaddress
import re
from contextlib import suppress
from urllib.parse import SplitResult, urlsplit

from bggen.errors import FetchRefused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

LONGEST = 2_000  # characters of a URL
LAST_IS_NUMBER = re.compile(r"(^|\.)(\d+|0[xX][0-9a-fA-F]*)$")
GLOBAL_V6 = ipaddress.ip_network("2000::/3")  # all that IANA has given out for hosts
#: lead elsewhere or nowhere, and the tables of some Python releases don't say so: protocol assignments with
#: Teredo, 6to4 relays, documentation
NOT_HOSTS = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10", "2001::/23", "2001:db8::/32", "3fff::/20"),
    )
)
SIX_TO_FOUR, NAT64 = ipaddress.ip_network("2002::/16"), ipaddress.ip_network("64:ff9b::/96")
ISATAP = (0x00005EFE, 0x02005EFE)  # upper half of the interface id, an IPv4 address follows


def split(url: str) -> tuple[SplitResult, int]:
    """A URL's parts and port, read more strictly than browsers do. Raises FetchRefused."""
    shown = "".join(char if char.isprintable() else "?" for char in url[:100])
    if len(url) > LONGEST or not url.isprintable() or any(char in url for char in " \\"):
        raise FetchRefused(f"{shown}: is no proper URL")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchRefused(f"{shown}: is no proper URL") from error
    if parts.scheme not in ("http", "https"):
        raise FetchRefused(f"{shown}: only http:// and https:// are fetched")
    if parts.username is not None or parts.password is not None:
        raise FetchRefused(f"{told(parts)}: a URL with a user's name in it is not fetched")
    if port is None:
        port = 443 if parts.scheme == "https" else 80
    return parts, port


def told(parts: SplitResult) -> str:
    """A URL for messages: without the query and the user's name, which may hold a secret."""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"[:200]


def host_of(parts: SplitResult) -> str:
    """The host in ASCII: an address in its one usual form, or a name with a dot. Raises FetchRefused."""
    given = parts.hostname or ""
    host = ""
    if "%" not in given:
        with suppress(ValueError):
            return str(ipaddress.ip_address(given))
        with suppress(UnicodeError):
            host = given.encode("idna").decode("ascii").lower().removesuffix(".")
    if re.fullmatch(r"[a-z0-9_.-]{1,253}", host) and "." in host and ".." not in host:
        if not LAST_IS_NUMBER.search(host):
            return host
        with suppress(ValueError):
            return str(ipaddress.IPv4Address(host))  # full-width digits become plain ones above
    raise FetchRefused(f"{told(parts)}: has no public host name")


def is_address(host: str) -> bool:
    """Whether there is no name to resolve."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_public(text: str) -> bool:
    """Whether an address belongs to a host on the public internet, whatever is wrapped in it."""
    try:
        address: Address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = inner_v4(address)
        if inner is not None:
            return is_public(str(inner))
        if address not in GLOBAL_V6 or int(address) >> 32 & 0xFFFFFFFF in ISATAP:
            return False
    refused = address.is_multicast or address.is_reserved or address.is_private or address.is_unspecified
    return address.is_global and not refused and not any(address in network for network in NOT_HOSTS)


def inner_v4(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a mapped, 6to4 or NAT64 address leads to."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in SIX_TO_FOUR:
        return ipaddress.IPv4Address(int(address) >> 80 & 0xFFFFFFFF)
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None
