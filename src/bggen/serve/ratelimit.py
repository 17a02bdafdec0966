"""Moving windows per key, by the `limits` library: in memory, or in Redis for several servers."""

from __future__ import annotations

import ipaddress
import logging
import math
import time
from dataclasses import dataclass
from typing import Any

from limits import RateLimitItem, RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from bggen.errors import MissingExtra
from bggen.serve.config import ServeConfig, parse_rate

log = logging.getLogger("bggen.serve")
COMPLAIN_EVERY = 60.0  # seconds between two lines about a Redis that is away
REDIS_PATIENCE = 0.5  # seconds: a limit must never cost more than it protects


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


class RateLimiter:
    """The tiers generate, read and failed_auth; a tier without a rate lets everything through."""

    def __init__(self, config: ServeConfig) -> None:
        rates = {
            "generate": config.generate_rate,
            "read": config.read_rate,
            "failed_auth": config.failed_auth_rate,
        }
        self._items: dict[str, RateLimitItem] = {
            tier: RateLimitItemPerSecond(*parsed, namespace="bggen")
            for tier, rate in rates.items()
            if (parsed := parse_rate(rate))
        }
        self._memory = MovingWindowRateLimiter(MemoryStorage())
        self._redis = _redis(config.redis_url) if config.redis_url else None
        self._complained = -COMPLAIN_EVERY

    async def hit(self, tier: str, caller: str, cost: int = 1) -> Standing:
        """Count a request; `allowed` is False, and nothing is counted, where the window is full."""
        if (item := self._items.get(tier)) is None:
            return Standing(tier, True)
        if self._redis is not None:
            try:
                allowed = await self._redis.hit(item, tier, caller, cost=cost)
                stats = await self._redis.get_window_stats(item, tier, caller)
                return _standing(tier, item, allowed, stats)
            except Exception as error:  # whatever a client raises: limits go on, in this server's memory
                self._complain(error)
        allowed = self._memory.hit(item, tier, caller, cost=cost)
        return _standing(tier, item, allowed, self._memory.get_window_stats(item, tier, caller))

    async def full(self, tier: str, caller: str) -> Standing:
        """How a caller stands, without counting."""
        if (item := self._items.get(tier)) is None:
            return Standing(tier, True)
        if self._redis is not None:
            try:
                allowed = await self._redis.test(item, tier, caller)
                stats = await self._redis.get_window_stats(item, tier, caller)
                return _standing(tier, item, allowed, stats)
            except Exception as error:  # as above
                self._complain(error)
        allowed = self._memory.test(item, tier, caller)
        return _standing(tier, item, allowed, self._memory.get_window_stats(item, tier, caller))

    def _complain(self, error: Exception) -> None:
        if time.monotonic() - self._complained > COMPLAIN_EVERY:
            self._complained = time.monotonic()
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


def _standing(tier: str, item: RateLimitItem, allowed: bool, stats: Any) -> Standing:
    reset = min(max(0, math.ceil(stats.reset_time - time.time())), item.get_expiry())
    return Standing(tier, allowed, item.amount, item.get_expiry(), max(0, stats.remaining), reset)


def _redis(url: str) -> Any:
    try:
        import redis  # noqa: F401 - only whether it is here
    except ModuleNotFoundError as error:
        raise MissingExtra("--redis-url", "redis") from error
    from limits.aio.storage import RedisStorage
    from limits.aio.strategies import MovingWindowRateLimiter as AsyncMovingWindow

    options: dict[str, Any] = {"socket_timeout": REDIS_PATIENCE, "socket_connect_timeout": REDIS_PATIENCE}
    return AsyncMovingWindow(RedisStorage(f"async+{url}", implementation="redispy", **options))
