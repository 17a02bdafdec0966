"""The command line: options in, calls out, errors to exit codes; nothing else.

Only typer is imported at the top: `bggen --help` must answer at once.
"""

from __future__ import annotations

import os
import re
import sys
import threading
from typing import Annotated, NoReturn

import typer

from bggen.cli import report
from bggen.cli.batch import batch
from bggen.cli.benchmark import benchmark
from bggen.cli.generate import generate
from bggen.cli.inspect import inspect
from bggen.cli.models import models
from bggen.cli.serve import serve
from bggen.cli.sets import sets
from bggen.errors import BggenError, UsageError

#: an option as text editors, chats and some web pages write it: one long dash for two short ones
LONG_DASH = re.compile(r"[\u2012-\u2015\u2212]+(?P<option>[A-Za-z][\w-]*)(=.*)?", re.DOTALL)

app = typer.Typer(
    name="bggen",
    help="AI backgrounds for product photos. The product stays untouched; every picture carries the proof.",
    epilog="Start with: bggen generate photo.jpg --prompt 'on a marble table, soft light from the left'",
    no_args_is_help=True,
    rich_markup_mode=None,  # rich costs 100 ms at every --help
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command()(generate)
app.command(name="batch")(batch)
app.command(name="serve")(serve)
app.command()(benchmark)
app.command()(inspect)
app.command()(sets)
app.add_typer(models)


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        from bggen import __version__

        report.result(f"bggen {__version__}")
        raise typer.Exit(0)


def main() -> None:
    """Run the command line; every error of ours becomes one line and its exit code."""
    try:
        refuse_long_dashes(sys.argv[1:])
        code = app(standalone_mode=False)
    except BggenError as error:
        report.say(f"bggen: {error}")
        code = error.exit_code
    except KeyboardInterrupt:
        report.say("bggen: stopped")
        code = 130
    except typer.Abort:
        code = 130
    except Exception as error:
        code = unexpected(error)
    leave(code if isinstance(code, int) else 0)


def refuse_long_dashes(words: list[str]) -> None:
    """Raise UsageError for an option that would be taken for a photo, and its value for the next one."""
    for word in words:
        if found := LONG_DASH.fullmatch(word):
            option = found["option"]
            dashes = "--" if len(option) > 1 else "-"
            raise UsageError(f"{word} begins with a long dash: type {dashes}{option}, with short ones")


def leave(code: int) -> NoReturn:
    """End the process, at once where a batch's painting hangs: its driver might hold the usual end up."""
    if any(thread.name == "paint" for thread in threading.enumerate()):
        os._exit(code)  # every stream of ours is flushed with each line, the journal with each row
    sys.exit(code)


def unexpected(error: Exception) -> int:
    """Typer's own usage errors exit 2; anything else is a bug of ours: one line, and where to look."""
    if callable(message := getattr(error, "format_message", None)):
        context = getattr(error, "ctx", None)
        if type(error).__name__ == "NoArgsIsHelpError":
            report.say(message())
        else:
            command = [word for word in sys.argv[1:2] if not word.startswith("-")]
            asked = " ".join(["bggen", *command])  # an option without its value knows no context
            way_out = f"see {getattr(context, 'command_path', asked)} --help"
            if getattr(context, "info_name", "") == "batch" and "extra argument" in message():
                way_out = "give one SOURCE, a folder or a pattern in quotes, such as 'photos/*.jpg'"
            report.say(f"bggen: {message().rstrip('.?')}: {way_out}")
        return int(getattr(error, "exit_code", 2))
    if os.environ.get("BGGEN_DEBUG"):
        raise error
    report.say(f"bggen: unexpected {type(error).__name__}: {error} (set BGGEN_DEBUG=1 for the traceback)")
    return 1
