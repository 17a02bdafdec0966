"""Where weights lie on this machine, and what is there."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bggen.errors import UsageError, WeightsMissing
from bggen.models.catalog import CUTOUT, UNKNOWN_LICENCE, known, pull_line
from bggen.models.checksums import MANIFEST, Checksums, counted
from bggen.settings import Settings

Place = Literal["models", "hub cache", "folder", "file"]


@dataclass(frozen=True, slots=True)
class Installed:
    """A model that lies on this machine: a folder, or a cut-out network's file (place `file`)."""

    id: str  # as in the catalogue, or the folder's path
    revision: str | None
    folder: Path
    place: Place

    @property
    def licence(self) -> str:
        """As the catalogue has it."""
        model = known(self.id)
        return model.licence if model else UNKNOWN_LICENCE

    @property
    def bytes(self) -> int:
        """Size of the files that are loaded."""
        if self.place == "file":
            return self.folder.stat().st_size
        return sum(path.stat().st_size for path in counted(self.folder).values())


def user_home() -> Path:
    """Raises UsageError where the user has no folder of their own, as in many containers."""
    try:
        return Path.home()
    except RuntimeError as error:
        raise UsageError("there is no home folder to look for models in: set HOME to any folder") from error


def home(settings: Settings) -> Path:
    """The models folder: the setting, else the platform's cache folder."""
    if settings.models_dir is not None:
        return settings.models_dir.expanduser()
    if sys.platform == "darwin":
        base = user_home() / "Library" / "Caches"
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or user_home() / "AppData" / "Local")
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or user_home() / ".cache")
    return base / "bggen" / "models"


def hub_cache() -> Path:
    """The Hugging Face cache, by its own environment variables."""
    if own := os.environ.get("HF_HUB_CACHE") or os.environ.get("HUGGINGFACE_HUB_CACHE"):
        return Path(own).expanduser()
    base = os.environ.get("HF_HOME")
    xdg = os.environ.get("XDG_CACHE_HOME")
    root = Path(base) if base else (Path(xdg) if xdg else user_home() / ".cache") / "huggingface"
    return root.expanduser() / "hub"


def checksums(settings: Settings) -> Checksums:
    """The checksums that this machine remembers."""
    return Checksums(home(settings) / "checksums.json")


def manifest(folder: Path) -> dict[str, Any]:
    """What `pull` wrote about a folder; empty where it wrote nothing."""
    try:
        content = json.loads((folder / MANIFEST).read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{folder / MANIFEST}: not readable ({error}); pull the model again") from error
    if not isinstance(content, dict) or not isinstance(content.get("files"), dict):
        raise UsageError(f"{folder / MANIFEST}: not a manifest of ours; pull the model again")
    return content


def installed(settings: Settings) -> list[Installed]:
    """All that lies in the models folder and the hub's cache, by id."""
    found = [*_pulled(home(settings)), *_cached(hub_cache()), *_networks(home(settings))]
    return sorted(found, key=lambda item: (item.id.lower(), item.place != "models", item.revision or ""))


def locate(name: str, settings: Settings) -> Installed:
    """The folder behind a path, an id, or `ID@REVISION`.

    Raises WeightsMissing with the line that gets it, or UsageError when several revisions are here.
    """
    if (Path(name).expanduser() / "model_index.json").is_file():
        return _folder(Path(name).expanduser())
    wanted, _, revision = name.partition("@")
    model = known(wanted)
    identity = (model.id if model else wanted).lower()
    candidates = [item for item in installed(settings) if item.id.lower() == identity]
    pinned = revision or (model.revision if model else None)
    exact = [item for item in candidates if pinned and item.revision and item.revision.startswith(pinned)]
    chosen = exact or ([] if revision else candidates)
    revisions = sorted({item.revision or "" for item in chosen})
    if len(revisions) > 1:
        raise UsageError(f"{wanted} is here in revisions {', '.join(revisions)}: say {wanted}@REVISION")
    if not chosen:
        raise WeightsMissing(_how_to_get(name, settings))
    return chosen[0]


def path(name: str, settings: Settings) -> Path:
    """The folder of a model on this machine. Raises WeightsMissing."""
    return locate(name, settings).folder


def verify(name: str, settings: Settings) -> list[str]:
    """Read a pulled model's files again; one line for each that is missing, changed or new. Empty: whole."""
    item = locate(name, settings)
    if item.place == "file":
        model, sums = known(item.id), checksums(settings)
        if model is None or model.checksum is None:
            raise UsageError(f"{item.folder}: its publisher gives no checksum to hold it against")
        return (
            [] if sums.matches(item.folder, model.checksum) else [f"{item.folder.name}: not {model.checksum}"]
        )
    return differences(item.folder, checksums(settings), fresh=True)


def differences(folder: Path, sums: Checksums, *, fresh: bool = False) -> list[str]:
    """How a folder differs from its manifest. Raises UsageError where there is none to hold it against."""
    listed = manifest(folder).get("files")
    if listed is None:
        raise UsageError(f"{folder} has no {MANIFEST}: only models that were pulled can be verified")
    present = counted(folder)
    lines = [f"{name}: missing" for name in listed if name not in present]
    lines += [f"{name}: not part of the model" for name in present if name not in listed]
    changed = [n for n, file in present.items() if n in listed and sums.of(file, fresh=fresh) != listed[n]]
    return lines + [f"{name}: changed since it was pulled" for name in changed]


def remove(name: str, settings: Settings) -> Path:
    """Delete a pulled model; returns where it lay. The hub's cache and other folders are not ours."""
    item = locate(name, settings)
    if item.place == "file":
        item.folder.unlink()
        return item.folder
    if item.place != "models":
        raise UsageError(f"{item.folder} was not pulled by bggen: delete it yourself, or with `hf cache`")
    shutil.rmtree(item.folder)
    if not any(item.folder.parent.iterdir()):
        item.folder.parent.rmdir()
    return item.folder


def _folder(folder: Path) -> Installed:
    about = manifest(folder)
    if about:
        return Installed(str(about.get("id", folder)), about.get("revision"), folder, "folder")
    real = folder.resolve()
    if real.parent.name == "snapshots" and real.parent.parent.name.startswith("models--"):
        return Installed(_hub_id(real.parent.parent.name), real.name, folder, "hub cache")
    return Installed(str(folder), None, folder, "folder")


def _pulled(base: Path) -> Iterator[Installed]:
    for index in base.glob("*--*/*/model_index.json"):
        folder = index.parent
        if not folder.name.startswith("."):  # a pull that has not ended
            yield Installed(folder.parent.name.replace("--", "/", 1), folder.name, folder, "models")


def _networks(base: Path) -> Iterator[Installed]:
    for file in base.glob("*.onnx"):
        if (model := known(f"rembg:{file.stem}")) and not file.name.startswith("."):
            yield Installed(model.id, None, file, "file")


def _cached(base: Path) -> Iterator[Installed]:
    for index in base.glob("models--*/snapshots/*/model_index.json"):
        yield Installed(_hub_id(index.parents[2].name), index.parent.name, index.parent, "hub cache")


def _hub_id(name: str) -> str:
    return name.removeprefix("models--").replace("--", "/", 1)


def _how_to_get(name: str, settings: Settings) -> str:
    if name == "studio":
        return "model 'studio' ships inside bggen and needs no folder: there is nothing to look up or remove"
    wanted, _, revision = name.partition("@")
    model = known(wanted)
    if model is not None and model.family == CUTOUT:
        return f"{model.id} is not in {home(settings)}: get it with `{pull_line(model)}`"
    here = Path(name).expanduser()
    if here.is_dir():
        return f"{here} is no diffusers folder: the one to give has a model_index.json in it"
    if here.is_file():
        return (
            f"{here} is one file: give a diffusers folder, as diffusers makes one with "
            "`from_single_file(FILE).save_pretrained(FOLDER)` of the model's pipeline"
        )
    if wanted.count("/") != 1 or wanted.startswith((".", "/", "~")):
        return f"model {name!r} is not here: give studio, a diffusers folder (model_index.json), or a hub id"
    pinned = revision or (model.revision if model else None)
    ask = "" if model and model.revision == pinned else f" --revision {revision or 'COMMIT'}"
    accept = "" if model is None or model.commercial else " --accept-noncommercial"
    return f"model {name!r} is not in {home(settings)}: get it with `bggen models pull {wanted}{ask}{accept}`"
