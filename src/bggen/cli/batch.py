"""`bggen batch`: a catalogue, unattended."""

from __future__ import annotations

import inspect
import os
from pathlib import Path
from typing import Annotated, Any

import typer

from bggen.cli.options import asked, settings_file, shared_options
from bggen.errors import UsageError

WHICH, LIMITS, AGAIN, WAY, TALK = (
    "Which photos",
    "How far",
    "What was done before",
    "How it runs",
    "What it says",
)


#: name in BatchRequest -> the Typer option. None always means "not given": the request's default counts then.
RUN: dict[str, Any] = {
    "recurse": asked(bool, "Look into folders of the folder, and mirror them. Default: yes.", WHICH,
                     "--recurse/--no-recurse"),
    "root": asked(Path, "Where a table's photos must lie, and its masks, backdrops, models and adapters are "
                  "looked for. Default: the table's folder.", WHICH, "--root"),
    "follow_symlinks": asked(bool, "Follow links to folders; loops are noticed.", WHICH, "--follow-symlinks"),
    "family_by": asked(str, "One scene for all photos of one value: a table's column such as sku, or folder.",
                       WHICH, "--family-by"),
    "limit": asked(int, "Make this many, then stop with exit code 4.", LIMITS, "--limit"),
    "max_duration": asked(str, "Start nothing after 90s, 45m or 2h; exit code 4.", LIMITS, "--max-duration"),
    "max_failures": asked(int, "Stop after this many failed photos; exit code 5.", LIMITS, "--max-failures"),
    "shard": asked(str, "This run's part of the photos, such as 3/16.", LIMITS, "--shard"),
    "item_timeout": asked(str, "For one step of one photo. Default: 5m.", LIMITS, "--item-timeout"),
    "worker_memory": asked(int, "MiB a process that opens pictures may have; 0: any. Default: 4096.", LIMITS,
                           "--worker-memory"),
    "force": asked(bool, "Make everything anew; overwrite retouched pictures and those of unknown origin.",
                   AGAIN, "--force"),
    "upgrade": asked(bool, "Make anew, too, what an older version of bggen or of its own model made; without "
                     "it, that stays.", AGAIN, "--upgrade"),
    "retry_failed": asked(bool, "Try the failed and the poisonous again.", AGAIN, "--retry-failed"),
    "verify": asked(bool, "Compare finished pictures by hash, not by size and time alone.", AGAIN,
                    "--verify"),
    "decisions": asked(Path, "What was accepted and rejected: report.html saves it.", AGAIN, "--decisions"),
    "state_dir": asked(Path, "Journal and lock. Default: .bggen in the output folder.", AGAIN, "--state-dir"),
    "wait_lock": asked(str, "Wait so long for another run to end. Default: no wait, exit code 75.", AGAIN,
                       "--wait-lock"),
    "engine": asked(str, "local, or ray: the same over a Ray cluster (pip install 'bggen[ray]').", WAY,
                    "--engine"),
    "workers": asked(int, "Processes that open and finish pictures. Default: as many as cores. With "
                     "ray: actors, each with a loaded model. Default: one a GPU, else one a core.", WAY,
                     "--workers"),
    "address": asked(str, "With ray: of the cluster, HOST:PORT or auto. Default: RAY_ADDRESS, else a Ray on "
                     "this machine alone.", WAY, "--address"),
    "gpus_per_worker": asked(float, "With ray: GPUs an actor; 0.5 puts two on one. Default: 1 where there is "
                             "any.", WAY, "--gpus-per-worker"),
    "batch_size": asked(str, "Pictures painted together: a number, or auto.", WAY, "--batch-size"),
    "watch": asked(bool, "Go on until stopped, with each new file that has stopped growing.", WAY, "--watch"),
    "poll": asked(str, "With --watch: least time between looks; a large SOURCE gets a glance at what has "
                  "changed instead. Default: 2s.", WAY, "--poll"),
    "dry_run": asked(bool, "Say what would run, what not and why, and for how long.", WAY, "--dry-run"),
    "as_json": asked(bool, "One object a photo on stdout as it ends, a summary last.", TALK, "--json"),
    "quiet": asked(bool, "Say only what went wrong, each trouble once.", TALK, "--quiet", "-q"),
    "sidecar": asked(bool, "Write PICTURE.json with proof and settings.", TALK, "--sidecar"),
    "metrics_file": asked(Path, "Figures for Prometheus' textfile collector.", TALK, "--metrics-file"),
    "push_gateway": asked(str, "HOST:PORT of a Prometheus push gateway, for cron.", TALK, "--push-gateway"),
}  # fmt: skip
SPANS = ("max_duration", "item_timeout", "wait_lock", "poll")


def _batch(
    source: Annotated[
        str,
        typer.Argument(help="Folder, glob, CSV or JSONL table, or a URL such as s3://.", metavar="SOURCE"),
    ],
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="Folder or URL. Default: SOURCE-scenes.")
    ] = None,
    *,
    flags: dict[str, Any],
    **given: Any,
) -> int:
    """Put a scene behind every photo of a catalogue.

    Killed, it goes on where it stopped; run again, it makes what is new or changed and leaves the rest alone.
    Prompts come from --prompt, the table, PHOTO.txt beside a photo or prompt.txt in its folder or above, then
    from bggen.toml or BGGEN_PROMPT, else a neutral studio. --prompt may name a table's columns: "{colour}
    {category} on marble". The report is OUT/report.html.

    Exit codes: 0 all done, 1 the disk, the journal or the model failed, 2 a wrong option or table, 3 some
    failed or want a look, 4 stopped by a limit, 5 too many failures, 75 another run works in this folder,
    130 and 143 stopped by a signal with everything kept.

    Example: bggen batch ./catalog -o ./scenes -p "on a walnut table, soft window light from the left"
    """
    from bggen import batch as catalogue
    from bggen import settings as layers
    from bggen.batch.request import duration

    if not source:  # as a variable that is not set gives it: not all that lies in the working directory
        raise UsageError("SOURCE is empty: give a folder, a pattern, a table or a URL")
    folder = Path(source) if "://" not in source else Path()
    if not os.path.isdir(folder):  # noqa: PTH112 - Path raises where none may enter
        folder = folder.parent
    prompt = flags.pop("prompt", None)
    options, settings = layers.resolve(flags, settings_file(flags, folder))
    wanted = {name: value for name, value in given.items() if value is not None}
    wanted |= {name: duration(name, value) for name, value in wanted.items() if name in SPANS}
    request = catalogue.BatchRequest(source, output, options=options, prompt=prompt, **wanted)
    return catalogue.run(request, settings)


_batch.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # typer reads it
    [
        *(
            p
            for p in inspect.signature(_batch, eval_str=True).parameters.values()
            if p.name in ("source", "output")
        ),
        *(
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
            for name, annotation in RUN.items()
        ),
    ]
)
batch = shared_options(_batch)
