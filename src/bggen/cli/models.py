"""`bggen models`: which weights there are, which are here, and how to get them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bggen.cli import report
from bggen.cli.options import settings_file

if TYPE_CHECKING:
    from bggen.settings import Settings

Name = Annotated[str, typer.Argument(help="ORG/NAME, ORG/NAME@REVISION or rembg:NAME.", metavar="MODEL")]
Folder = Annotated[Path | None, typer.Option("--models-dir", help="Where pulled weights live.")]
Lines = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]

models = typer.Typer(
    name="models",
    help="Larger models for --model and --cutout: list them, pull one, check it, remove it. You need none to "
    "begin with: the studio model ships inside. `pull` is the only thing in bggen that downloads.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@models.command("list")
def list_models(
    here: Annotated[bool, typer.Option("--here", help="Only those on this machine.")] = False,
    as_json: Lines = False,
    models_dir: Folder = None,
) -> int:
    """Show known models, their licences, and which are here already.

    A size stands before those that are here, "-" before the others. Look at the licence before you sell a
    picture. "nc" means non-commercial: such a model is pulled and used only with --accept-noncommercial. "?"
    means that we have not read the licence at its source.
    """
    from bggen.models import KNOWN, UNKNOWN_LICENCE, installed, known

    found = installed(_settings(models_dir))
    names = list(dict.fromkeys([*([] if here else KNOWN), *(item.id for item in found)]))
    for name in names:
        model = known(name)
        copies = [item for item in found if item.id == name]
        size = sum(item.bytes for item in copies)
        if as_json:
            report.json_line({
                "id": name,
                "family": model.family if model else None,
                "licence": model.licence if model else None,
                "licence_from": (model.licence_from or None) if model else None,
                "commercial": model.commercial if model else None,
                "gated": model.gated if model else None,
                "revision": model.revision if model else None,
                "here": [str(item.folder) for item in copies],
                "bytes": size,
            })  # fmt: skip
            continue
        state = f"{size / 1e9:5.1f} GB" if copies else "       -"
        mark = ("  " if model.commercial else "nc") if model else " ?"
        doubt = " ?" if model and not model.licence_from else ""
        licence = model.licence if model else UNKNOWN_LICENCE
        report.result(f"{state}  {mark}  {name}  ({model.family if model else 'unknown'}; {licence}{doubt})")
    if not names:
        report.say("none is here: bggen models pull MODEL gets one; the studio model ships inside")
    return 0


@models.command()
def pull(
    model: Name,
    revision: Annotated[
        str | None, typer.Option("--revision", help="Commit of 40 digits on the hub.")
    ] = None,
    accept_noncommercial: Annotated[
        bool, typer.Option("--accept-noncommercial", help="I may use weights under a non-commercial licence.")
    ] = False,
    models_dir: Folder = None,
) -> int:
    """Download a model, check it, and print where it lies.

    Only safetensors and plain configuration are taken, at one fixed revision; code never is. A broken
    download goes on where it stopped. Gated models want `hf auth login` first.

    Example: bggen models pull rembg:isnet-general-use
    """
    from bggen import models as store

    entry = store.known(model)
    if entry or "/" in model:  # else there is none to pull
        report.say(f"{model}: licence {entry.licence if entry else store.UNKNOWN_LICENCE}")
    if entry and entry.gated:
        report.say(
            f"its publisher wants an account that accepted the terms: https://huggingface.co/{entry.id}"
        )
    folder = store.pull(
        model, _settings(models_dir), revision=revision, accept_noncommercial=accept_noncommercial
    )
    report.result(str(folder))
    return 0


@models.command()
def verify(model: Name, models_dir: Folder = None) -> int:
    """Read a pulled model's files again and compare their checksums; exit code 3 when one differs."""
    from bggen import models as store

    wrong = store.verify(model, _settings(models_dir))
    for line in wrong:
        report.say(f"{model}: {line}")
    if not wrong:
        report.result(f"{model}: whole")
    return 3 if wrong else 0


@models.command()
def remove(model: Name, models_dir: Folder = None) -> int:
    """Delete a pulled model. Folders of your own and the Hugging Face cache are left alone."""
    from bggen import models as store

    report.result(f"removed {store.remove(model, _settings(models_dir))}")
    return 0


@models.command()
def path(
    model: Annotated[
        str, typer.Argument(help="A model; without one, the models folder.", metavar="MODEL")
    ] = "",
    models_dir: Folder = None,
) -> int:
    """Print where a model lies, or the models folder itself."""
    from bggen import models as store

    settings = _settings(models_dir)
    report.result(str(store.path(model, settings) if model else store.home(settings)))
    return 0


def _settings(models_dir: Path | None) -> Settings:
    """Flag, environment, bggen.toml, default: as for every other command."""
    from bggen.settings import resolve

    return resolve({"models_dir": models_dir}, settings_file({}))[1]
