"""What a server's owner sets: keys and their ends, rates, limits."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from bggen import settings
from bggen.errors import UsageError
from bggen.options import Options
from bggen.serve import resolve, server
from bggen.serve.config import ServeConfig, parse_rate
from bggen.serve.door import keys
from bggen.serve.door.keys import KeyRing, read_keys
from tests.serving import FLAT, KEY, write_keys


def test_key_file_is_read_anew_and_a_broken_one_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    write_keys(file, {"shop": "old-key"})
    ring = KeyRing((), file)
    assert ring.owner(b"old-key") == "shop"
    write_keys(file, {"shop": "new-key", "other": "third"})
    ring._looked = 0.0
    assert (ring.owner(b"old-key"), ring.owner(b"new-key"), ring.owner(b"third")) == (None, "shop", "other")
    file.write_text("shop:no-hash\n")
    ring._looked = 0.0
    assert ring.owner(b"new-key") == "shop"


def test_a_key_file_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "keys"
    write_keys(file, {"old": KEY})
    read = keys.read_keys

    def then_changed(file: Path) -> list[keys.Key]:
        before = read(file)
        write_keys(file, {"old": KEY, "new": "a-key-of-a-good-length"})
        return before

    monkeypatch.setattr(keys, "read_keys", then_changed)
    ring = keys.KeyRing(file=file)
    monkeypatch.setattr(keys, "read_keys", read)
    monkeypatch.setattr(keys, "LOOK_AGAIN", 0.0)
    assert ring.owner(b"a-key-of-a-good-length") == "new"


def test_expired_keys_are_wrong_keys(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    digest = hashlib.sha256(b"k").hexdigest()
    file.write_text(f"# people\n\na:{digest}:2001-01-01\n")
    assert KeyRing((), file).owner(b"k") is None
    file.write_text(f"a:{digest}:2999-01-01\n")
    assert KeyRing((), file).owner(b"k") == "a"


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "a:00",
        "a b:" + "0" * 64,
        "a:" + "0" * 64 + ":2001-13-01",
        "a:" + "0" * 64 + ":20300101",  # would be a day in 1970
    ],
)
def test_a_bad_key_file_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "keys"
    file.write_text("# first\n" + text + "\n")
    with pytest.raises(UsageError, match="line 2"):
        read_keys(file)


def test_settings_come_from_flags_then_environment() -> None:
    environ = {
        "API_KEY": f"{KEY}, second ,",
        "BGGEN_PORT": "9000",
        "BGGEN_QUEUE": "7",
        "BGGEN_ALLOW_HOSTS": "a, b,",
    }
    config = resolve({"port": 9001, "host": None}, FLAT, environ)
    assert (config.port, config.queue, config.host) == (9001, 7, "127.0.0.1")
    assert config.api_keys == (KEY, "second")
    assert config.allow_hosts == ("a", "b")
    empty = resolve({}, FLAT, dict.fromkeys(("BGGEN_PORT", "BGGEN_KEY_FILE", "BGGEN_READ_RATE"), ""))
    assert (empty.port, empty.has_keys, empty.read_rate) == (8000, False, ""), "as a container may have it"
    assert KEY not in repr(config)
    with pytest.raises(UsageError, match=r"^--port 99999: give a whole number from 0 to 65535$"):
        resolve({"port": 99999}, FLAT, {})
    with pytest.raises(UsageError, match=r"max_upload.*queue_bytes"):  # no chunked body would ever be taken
        resolve({}, FLAT, {"API_KEY": KEY, "BGGEN_QUEUE_BYTES": "32MiB"})
    with pytest.raises(
        UsageError, match=r"^--max-connections 64: not more than queue \(64\)"
    ):  # none would be left for /health
        resolve({"max_connections": 64}, FLAT, {})
    with pytest.raises(UsageError, match=r"^BGGEN_GENERATE_RATE many: give a rate as 60/minute"):
        resolve({}, FLAT, {"BGGEN_GENERATE_RATE": "many"})
    with pytest.raises(UsageError, match=r"^--read-rate '5/0 minutes': give a rate as"):  # it let all through
        resolve({"read_rate": "5/0 minutes"}, FLAT, {})
    with pytest.raises(UsageError, match=r"^BGGEN_HANG_SECONDS inf: give"):  # to a clock
        resolve({}, FLAT, {"BGGEN_HANG_SECONDS": "inf"})
    for host in ("http://shop.example/", "shop.example:443", "*.shop.example"):
        with pytest.raises(UsageError, match=r"^--allow-hosts .*: give hosts' names alone"):
            resolve({"allow_hosts": (host,)}, FLAT, {})
    assert resolve({"allow_hosts": ("bücher.example", "::1")}, FLAT, {}).allow_hosts[0].startswith("xn--")


def test_a_variable_that_is_nearly_a_setting_is_told() -> None:
    """A limit with one letter too few in its name was none, and a server with BGGEN_API_KEY had no key."""
    for given, meant in (
        ("BGGEN_GENERATE_RATES", "BGGEN_GENERATE_RATE"),
        ("BGGEN_ALLOW_HOST", "BGGEN_ALLOW_HOSTS"),
        ("BGGEN_API_KEY", "API_KEY"),
    ):
        with pytest.raises(
            UsageError, match=rf"^{given}: there is no such variable: did you mean {meant}\?$"
        ):
            resolve({}, FLAT, {given: "1/hour"})
    with pytest.raises(UsageError, match=r"BGGEN_SIZES: .* did you mean BGGEN_SIZE\?$"):
        settings.resolve({}, None, {"BGGEN_SIZES": "640"})
    pictures = {*Options.model_fields, *settings.Settings.model_fields}
    servers, others = (
        {*ServeConfig.model_fields},
        {"name", "upstream", "debug", "version", "image", "workers"},
    )
    for known, strange in ((pictures, servers | others), (servers, pictures | others)):
        env = dict.fromkeys(settings.variables(strange).values(), "")
        settings.refuse_misnamed(env, settings.variables(known))  # none of one is taken for another's


@pytest.mark.parametrize("host", ["shop..example", "x" * 64 + ".example"])
def test_a_host_that_is_no_name_is_one_line(host: str) -> None:
    with pytest.raises(UsageError, match="can't listen on"):
        server.listen(host, 0)


def test_rates_are_read_as_people_write_them() -> None:
    rates = ("60/minute", "1000/hour", "100/5 minutes", "3/s", "")
    assert [parse_rate(rate) for rate in rates] == [(60, 60), (1000, 3600), (100, 300), (3, 1), None]


@pytest.mark.parametrize("proxies", ["nginx", "*", "10.0.0.0/33", "10.0.0.7, 0.0.0.0/0", "::/0"])
def test_proxies_that_would_not_be_told_from_others_are_refused(proxies: str) -> None:
    """A name counted as nobody; where all count, whoever guesses keys said who it is."""
    with pytest.raises(UsageError, match=r"^--trusted-proxies .*: give "):
        resolve({"trusted_proxies": proxies}, FLAT, {})


def test_a_proxy_s_network_may_be_told_by_an_address_in_it() -> None:
    config = resolve({"trusted_proxies": "172.30.7.1/24, ::1"}, FLAT, {})
    assert config.trusted_proxies == "172.30.7.0/24,::1/128"
