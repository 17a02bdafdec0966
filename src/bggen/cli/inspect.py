"""`bggen inspect`: what a finished picture says about itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bggen.cli import report


def inspect(
    files: Annotated[list[Path], typer.Argument(help="Pictures that bggen made.", metavar="FILE")],
) -> int:
    """Show a picture's AI label, model, seed and product proof; one JSON object a line."""
    from bggen import sink

    for file in files:
        report.json_line(sink.inspect(file))
    return 0
