"""`bggen serve`: the same pictures over HTTP."""

from __future__ import annotations

import inspect
from typing import Any

from bggen.cli.options import setting, settings_file, shared_options
from bggen.errors import UsageError

DOOR, LIMITS, WORK = "The door", "How much", "The work behind it"


#: name in ServeConfig -> the Typer option. None always means "not given": BGGEN_* or the default counts then.
SERVER: dict[str, Any] = {
    "host": setting(str, "Address to listen on; without a key only this machine can call. Default: 127.0.0.1.", DOOR,
                    "--host"),
    "port": setting(int, "Port; 0 takes a free one and says which. Default: 8000.", DOOR, "--port"),
    "key_file": setting(str, "Lines ID:SHA256HEX[:EXPIRES], read anew when it changes; beside or instead of API_KEY.",
                        DOOR, "--key-file"),
    "trusted_proxies": setting(str, "Addresses of your own proxies, whose X-Forwarded-For counts.", DOOR,
                               "--trusted-proxies"),
    "open_metrics": setting(bool, "Show /metrics to callers without a key.", DOOR, "--open-metrics"),
    "allow_hosts": setting(list[str], "Fetch URLs from this host only; may be given again. Default: any public one.",
                           DOOR, "--allow-hosts", "--allow-host"),
    "generate_rate": setting(str, "Pictures a key may ask for, such as 60/minute or 1000/hour; '' is no limit. "
                             "Default: 60/minute.", LIMITS, "--generate-rate"),
    "read_rate": setting(str, "Its other requests, and those for pictures that find no room. Default: 600/minute.",
                         LIMITS, "--read-rate"),
    "failed_auth_rate": setting(str, "Wrong keys from one address; a right one of 16 characters or more always passes. "
                                "Default: 10/minute.", LIMITS,
                                "--failed-auth-rate"),
    "redis_url": setting(str, "redis://HOST:PORT/DB: several servers count these limits together.", LIMITS,
                         "--redis-url"),
    "queue": setting(int, "Requests at work or waiting for it, those that are arriving or leaving not counted; more get "
                     "503 and a time to come back. Default: 64.", LIMITS, "--queue"),
    "queue_bytes": setting(str, "Bodies, fetched pictures and answers held at once, until they are taken. Default: 512MiB.",
                           LIMITS, "--queue-bytes"),
    "max_connections": setting(int, "Connections open at once; one more ends an idle one, of the address that has most. "
                               "Default: 1024.", LIMITS, "--max-connections"),
    "max_upload": setting(str, "One request's body. Default: 64MiB.", LIMITS, "--max-upload"),
    "max_variants": setting(int, "Pictures of one request. Default: 8.", LIMITS, "--max-variants"),
    "upload_seconds": setting(float, "For a body to arrive in. Default: 30.", LIMITS, "--upload-seconds"),
    "deadline": setting(float, "Seconds from a request to its answer; then 504. Default: 120.", LIMITS, "--deadline"),
    "drain_seconds": setting(float, "To answer what was accepted, after SIGTERM. Default: 30.", LIMITS,
                             "--drain-seconds"),
    "admission": setting(str, "step: a picture joins those being painted at their next step, where the model can; "
                         "request: it waits for the batch at work to end. Default: step.", WORK, "--admission"),
    "max_batch": setting(int, "Pictures painted together. Default: 8 on a GPU, else 1.", WORK, "--max-batch"),
    "batch_wait": setting(float, "Seconds a batch may wait for company. Default: 0.02.", WORK, "--batch-wait"),
    "cpu_workers": setting(int, "Processes that open and finish pictures. Default: as many as cores.", WORK,
                           "--cpu-workers"),
    "worker_memory": setting(int, "MiB for each of them; 0 is no limit. Default: 4096.", WORK, "--worker-memory"),
    "hang_seconds": setting(float, "Silence after which the model's process is replaced, unless it is stopped or stands still: "
                            "then it takes seconds. Default: 60.", WORK, "--hang-seconds"),
    "log_format": setting(str, "text for people, json for machines. Default: text.", WORK, "--log-format"),
    "log_prompts": setting(bool, "Write prompts into the log; they are left out otherwise.", WORK, "--log-prompts"),
}  # fmt: skip


def _serve(*, flags: dict[str, Any], **server: Any) -> int:
    """Answer over HTTP: POST a photo to /generate, and the picture comes back.

    Without a key it listens on this machine only. Keys never stand on the command line, where others can see
    them: set API_KEY (several with commas), or give --key-file. Every flag has a variable of its name, such
    as BGGEN_MAX_UPLOAD for --max-upload. Picture options given here are the defaults of all requests.

    Examples to paste are at /docs of the running server; /health/ready says when the model is warm. Ctrl-C or
    SIGTERM answers what was accepted, then ends with exit code 0; a second one refuses it instead. It is 2 for
    a wrong setting or a model that can't be loaded, 1 where the model's process dies over loading again and again.

    Example: export API_KEY=$(openssl rand -hex 24); bggen serve --host 0.0.0.0 --size 1024
    """
    from bggen import serve as http
    from bggen import settings as layers

    options, settings = layers.resolve(flags, settings_file(flags))
    if options.mask:
        given_by = f"mask {options.mask} (--mask, BGGEN_MASK or settings file)"
        told = "a mask belongs to one photo; send it with the request, in the part 'mask'"
        raise UsageError(f"{given_by}: {told}")
    given = {name: value for name, value in server.items() if value not in (None, [])}
    return http.run(http.resolve(given, options), settings)


_serve.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # typer reads it
    [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in SERVER.items()
    ]
)
serve = shared_options(_serve)
