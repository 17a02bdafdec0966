"""Moving windows per key: in memory, or by the `limits` library in Redis for several servers."""

from __future__ import annotations

import ipaddress
import logging
import math
import time
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from bggen.errors import MissingExtra, UsageError
from bggen.serve.config import ServeConfig, parse_rate
from bggen.serve.door.windows import Window

log = logging.getLogger("bggen.serve")
COMPLAIN_EVERY = 60.0  # seconds between two lines about a Redis that is away
REDIS_PATIENCE = 0.5  # seconds: a limit must never cost more than it protects
SCHEMES = ("redis://", "rediss://", "redis+unix://")
REDIS_PAUSE = 5.0  # seconds in which a Redis that failed isn't asked again


@dataclass(frozen=True, slots=True)
class Standing:
    """How a caller stands after a request. `reset`: seconds until the window has room again."""

    tier: str
    allowed: bool
    limit: int = 0
    window: int = 0
    remaining: int = 0
    reset: int = 0

    def headers(self) -> list[tuple[str, str]]:
        """RateLimit fields of the IETF draft, and Retry-After on a refusal."""
        if not self.limit:
            return []
        lines = [
            ("RateLimit-Policy", f'"{self.tier}";q={self.limit};w={self.window}'),
            ("RateLimit", f'"{self.tier}";r={self.remaining};t={self.reset}'),
        ]
        return lines if self.allowed else [*lines, ("Retry-After", str(max(1, self.reset)))]


@dataclass(slots=True, eq=False)
class Pending:
    """A hit that room is kept for until it is known whether, and as how many, it counts."""

    tier: str = ""
    caller: str = ""
    open: bool = False


class RateLimiter:
    """The tiers generate, read and failed_auth; a tier without a rate lets everything through."""

    def __init__(self, config: ServeConfig) -> None:
        rates = {
            "generate": config.generate_rate,
            "read": config.read_rate,
            "failed_auth": config.failed_auth_rate,
        }
        self._windows = {
            tier: Window(*parsed) for tier, rate in rates.items() if (parsed := parse_rate(rate))
        }
        self._redis = Redis(config.redis_url) if config.redis_url else None
        self._pending: Counter[tuple[str, str]] = Counter()  # by tier and caller, those without any left out

    async def hit(self, tier: str, caller: str, cost: int = 1) -> Standing:
        """Count a request; `allowed` is False, and nothing is counted, where the window is full."""
        return await self._ask(tier, caller, cost)

    async def peek(self, tier: str, caller: str) -> Standing:
        """How a caller stands, without counting."""
        return await self._ask(tier, caller, 0)

    async def keep(self, tier: str, caller: str) -> tuple[Standing, Pending]:
        """Keep room for a hit without counting it, beside all that are kept already; else `allowed` is False.

        What is kept must be given to `settle` or `release`. Servers that share a Redis know only their own.
        """
        pending = Pending(tier, caller, True)
        before = self._pending[tier, caller]
        self._pending[tier, caller] += 1
        try:
            standing = await self.peek(tier, caller)
        except BaseException:
            self.release(pending)
            raise
        left = standing.remaining - before
        if standing.limit and left < 1:
            self.release(pending)
            return replace(standing, allowed=False, remaining=0), pending
        return replace(standing, remaining=max(0, left - 1)), pending

    async def settle(self, pending: Pending, cost: int) -> Standing:
        """Count it as so many hits; where there is no room for all of them, none is, and it stays kept."""
        standing = await self.hit(pending.tier, pending.caller, cost)
        if standing.allowed:
            self.release(pending)
        return standing

    def release(self, pending: Pending) -> None:
        """Keep no room for it any more."""
        if pending.open:
            pending.open = False
            self._pending[pending.tier, pending.caller] -= 1
            if not self._pending[pending.tier, pending.caller]:
                del self._pending[pending.tier, pending.caller]

    async def _ask(self, tier: str, caller: str, cost: int) -> Standing:
        if (window := self._windows.get(tier)) is None:
            return Standing(tier, True)
        if self._redis is not None and (told := await self._redis.hit(window, tier, caller, cost)):
            return told
        allowed = window.hit(caller, cost)
        return standing(tier, window, allowed, window.remaining(caller), window.reset(caller))


class Redis:
    """Windows that several servers share; while it is away, each server goes on in its own memory."""

    def __init__(self, url: str) -> None:
        try:
            import redis  # noqa: F401 - only whether it is here
            from limits.aio.storage import RedisStorage
            from limits.aio.strategies import MovingWindowRateLimiter
            from limits.errors import ConfigurationError
        except ModuleNotFoundError as error:
            raise MissingExtra("--redis-url", "redis") from error
        patience: dict[str, Any] = dict.fromkeys(("socket_timeout", "socket_connect_timeout"), REDIS_PATIENCE)
        try:
            if not url.startswith(SCHEMES):
                raise ValueError
            storage = RedisStorage(f"async+{url}", implementation="redispy", **patience)
        except (ConfigurationError, ValueError):  # their own text, and so a traceback, may have the password
            raise UsageError("--redis-url: not an address such as redis://HOST:PORT/DB") from None
        self._limiter: Any = MovingWindowRateLimiter(storage)
        self._complained, self._away_until = -COMPLAIN_EVERY, 0.0

    async def hit(self, window: Window, tier: str, caller: str, cost: int) -> Standing | None:
        """As `Window.hit`; None where it can't be asked."""
        from limits import RateLimitItemPerSecond

        if time.monotonic() < self._away_until:
            return None
        item = RateLimitItemPerSecond(window.limit, window.seconds, namespace="bggen")
        try:
            if cost:
                allowed = await self._limiter.hit(item, tier, caller, cost=cost)
            else:
                allowed = await self._limiter.test(item, tier, caller)
            stats = await self._limiter.get_window_stats(item, tier, caller)
        except Exception as error:  # whatever a client raises
            self._complain(error)
            return None
        return standing(tier, window, allowed, stats.remaining, stats.reset_time - time.time())

    def _complain(self, error: Exception) -> None:
        now = time.monotonic()
        self._away_until = now + REDIS_PAUSE
        if now - self._complained > COMPLAIN_EVERY:
            self._complained = now
            log.error("Redis can't be asked, limits count in memory meanwhile: %s", type(error).__name__)


def address_of(peer: str) -> str:
    """What stands for a caller without a key: an IPv4 address, or the /64 that one host owns in IPv6."""
    try:
        address = ipaddress.ip_address(peer)
    except ValueError:
        return peer or "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def standing(tier: str, window: Window, allowed: bool, remaining: int, reset: float) -> Standing:
    """How a caller of a window stands. `reset`: seconds until it has room again."""
    whole = min(max(0, math.ceil(reset)), window.seconds)
    return Standing(tier, allowed, window.limit, window.seconds, max(0, remaining), whole)
