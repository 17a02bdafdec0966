"""`bggen models pull`: the one place that fetches weights."""

from __future__ import annotations

import json
import os
import re
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from bggen.errors import FetchRefused, UsageError
from bggen.models.catalog import CUTOUT, Model, check_licence, known
from bggen.models.checksums import MANIFEST, counted
from bggen.models.safety import check_folder
from bggen.models.store import checksums, home
from bggen.settings import Settings

Download = Callable[[str, str, Path, list[str], list[str]], None]
"""(hub id, revision, target folder, patterns to take, patterns to leave)."""
Fetch = Callable[[str, Path], None]
"""(https address, target file)."""
TIMEOUT = 60  # seconds without a byte

#: Parts only, each in its folder: checkpoints in one file at the top of a repository are not for diffusers.
CONFIGS = ["model_index.json", "*/*.json", "*/*.txt", "*/*.model", "*/*.jinja"]
LEAVE = ["*.non_ema*", "*/openvino_*", "*/flax_*", "safety_checker/*"]


def hub_download(repository: str, revision: str, folder: Path, take: list[str], leave: list[str]) -> None:
    """Fetch from the Hugging Face hub into a folder; goes on where an earlier call stopped."""
    from huggingface_hub import snapshot_download

    snapshot_download(
        repository, revision=revision, local_dir=folder, allow_patterns=take, ignore_patterns=leave
    )


def file_download(url: str, target: Path) -> None:
    """Fetch one file. Raises OSError."""
    with urllib.request.urlopen(url, timeout=TIMEOUT) as answer, target.open("wb") as file:  # noqa: S310 - https, from the catalogue
        shutil.copyfileobj(answer, file, 2**20)


def pull(
    name: str,
    settings: Settings,
    *,
    revision: str | None = None,
    accept_noncommercial: bool = False,
    download: Download = hub_download,
    fetch: Fetch = file_download,
) -> Path:
    """Fetch a model at one fixed revision, check it, and write its checksums; returns its folder or file.

    `revision` is a commit of 40 hex digits and may be left out where the catalogue pins one; a cut-out
    network (`rembg:NAME`, `birefnet:NAME`) has a checksum instead. Raises LicenceRefused, UsageError for an
    unsafe or unknown layout, FetchRefused when the other side says no or there is no network.
    """
    model = known(name)
    if model is None and name.count("/") != 1:
        raise UsageError(
            f"{name!r} is no model to pull: give ORG/NAME or rembg:NAME, see `bggen models list`"
        )
    check_licence(model, accepted=accept_noncommercial)
    if model is not None and model.family == CUTOUT:
        return _pull_file(model, settings, fetch)
    commit = revision or (model.revision if model else None)
    if commit is None or not re.fullmatch(r"[0-9a-f]{40}", commit):
        given = f"{revision!r} is no commit" if revision else "none is pinned for it"
        raise UsageError(
            f"pull {name}: {given}; give --revision with the commit's 40 digits from https://huggingface.co/{name}/commits"
        )
    identity = model.id if model else name
    target = home(settings) / identity.replace("/", "--") / commit
    if (target / MANIFEST).is_file():
        return target
    partial = target.with_name(f".partial-{commit}")
    _made(partial)
    variant = model.variant if model else None
    weights = (
        [f"*/*.{variant}.safetensors", f"*/*.{variant}-*.safetensors"] if variant else ["*/*.safetensors"]
    )
    try:
        download(identity, commit, partial, [*CONFIGS, *weights], LEAVE)
    except Exception as error:  # the hub's client raises of many kinds; each is a refusal to the user
        raise FetchRefused(_why_not(f"{identity}@{commit[:12]}", error)) from error
    return _settle(partial, target, identity, commit, settings)


def _pull_file(model: Model, settings: Settings, fetch: Fetch) -> Path:
    if model.url is None or model.checksum is None:
        raise UsageError(
            f"{model.id} has no public file: get it from its publisher, see --cutout in the docs"
        )
    target = home(settings) / f"{model.id.partition(':')[2]}.onnx"
    sums = checksums(settings)
    if target.is_file() and sums.matches(target, model.checksum):
        return target
    _made(target.parent)
    partial = target.with_name(f".partial-{target.name}")
    try:
        fetch(model.url, partial)
        whole = sums.matches(partial, model.checksum)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise FetchRefused(_why_not(model.id, error)) from error
    if not whole:
        partial.unlink()
        raise FetchRefused(f"{model.id}: the file that came has not the checksum {model.checksum}; try again")
    partial.replace(target)
    return target


def _made(folder: Path) -> None:
    """Raises UsageError where there can be none."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{folder}: no models can be kept there ({error.strerror}): give another folder by --models-dir "
            "or BGGEN_MODELS_DIR"
        ) from error


def _why_not(what: str, error: Exception) -> str:
    """One line; a machine without a network is told what would help."""
    reason = (str(error).strip() or type(error).__name__).splitlines()[0]
    cut_off = isinstance(error, ConnectionError | TimeoutError | urllib.error.URLError) or any(
        mark in f"{type(error).__name__} {reason}" for mark in ("Connect", "Offline", "Timeout", "resolve")
    )
    help_ = "; is there a network? A folder copied from another machine works too: --model FOLDER"
    return f"can't pull {what}: {reason}{help_ if cut_off else ''}"


def _settle(partial: Path, target: Path, identity: str, commit: str, settings: Settings) -> Path:
    """Check what came, write the manifest, and give the folder its final name."""
    shutil.rmtree(partial / ".cache", ignore_errors=True)  # the client's own notes
    check_folder(partial)
    sums = checksums(settings)
    files = {name: sums.of(file) for name, file in counted(partial).items()}
    if not any(name.endswith(".safetensors") for name in files):
        raise UsageError(f"{identity}@{commit[:12]} has no safetensors in parts: it can't be used")
    with (partial / MANIFEST).open("w", encoding="utf-8") as file:
        json.dump({"id": identity, "revision": commit, "files": files}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    shutil.rmtree(target, ignore_errors=True)  # without a manifest it was never whole
    partial.rename(target)
    return target
