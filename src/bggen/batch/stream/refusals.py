"""Photos that no product could be cut out of: their further prompts get the same answer without the work."""

from __future__ import annotations

from dataclasses import replace

from bggen import engine
from bggen.batch.places import stamps
from bggen.batch.workers.tasks import Prepare, Ready, Trouble, join_digests

Key = tuple[str, str, str]  # source, what its content is known by, digest of the settings


class Refusals:
    """What became of the photos of one run so far. A photo is cut once before its other prompts start."""

    def __init__(self) -> None:
        self._trying: dict[Key, Prepare] = {}
        self._fine: set[Key] = set()
        self._refused: dict[Key, Trouble] = {}

    def trying(self, task: Prepare) -> None:
        """A photo goes to a worker; `heard` must follow."""
        if (key := _key(task)) is not None and key not in self._fine:
            self._trying.setdefault(key, task)

    def awaited(self, task: Prepare) -> bool:
        """Whether another prompt's answer will tell if this photo can be cut out."""
        return bool(self._trying) and _key(task) in self._trying

    def heard(self, task: Prepare, answer: object) -> None:
        """What a worker said of a task that was tried; None where it said nothing."""
        key = next((key for key, tried in self._trying.items() if tried is task), None)
        if key is None:
            return
        del self._trying[key]
        if isinstance(answer, Ready):
            self._fine.add(key)
        elif isinstance(answer, Trouble) and answer.reason == "needs_mask" and answer.digests:
            self._refused[key] = answer

    def known(self, task: Prepare) -> Trouble | None:
        """The answer to a task, where its photo was refused before."""
        refused = self._refused.get(_key(task) or ("", "", "")) if self._refused else None
        if refused is None:
            return None
        digest = next(digest for path, _, digest in refused.digests if path == task.source)
        parts = engine.job_parts(task.job(), digest, join_digests([task.extras]), task.info, task.networks)
        return replace(refused, key=engine.job_key(parts), digests=[])


def _key(task: Prepare) -> Key | None:
    """Prompt and seed decide nothing about a cut-out; None for a photo with a mask, which is cut by it."""
    if task.mask_data is not None or task.options.mask:
        return None
    content = stamps.of_file(task.source) if task.data is None else f"{len(task.data)}:{hash(task.data)}"
    options = task.options.model_copy(update={"prompt": "", "seed": None})
    return (task.source, content, options.fingerprint()) if content else None
