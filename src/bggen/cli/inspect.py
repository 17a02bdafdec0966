"""`bggen inspect`: what a finished picture says about itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bggen.cli import report
from bggen.errors import BadInput


def inspect(
    files: Annotated[list[Path], typer.Argument(help="Pictures that bggen made.", metavar="FILE")],
) -> int:
    """Show a picture's AI label, model, seed and product proof; one JSON object a line."""
    from bggen import sink

    failed = False
    for file in files:
        try:
            report.json_line(sink.inspect(file))
        except BadInput as error:
            report.say(f"bggen: {error}")
            failed = True
    return BadInput.exit_code if failed else 0
