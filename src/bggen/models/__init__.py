"""Model weights on this machine: which are known, where they live, whether they are whole and safe.

`pull` alone touches the network; everything else reads local files. Weights live in
`Settings.models_dir` (`org--name/REVISION`, and `NAME.onnx` for cut-out networks), and snapshots in the
Hugging Face cache are found too.
"""

from __future__ import annotations

from bggen.models.catalog import CUTOUT, KNOWN, UNKNOWN_LICENCE, Model, check_licence, known, pull_line
from bggen.models.checksums import Checksums, folder_digest
from bggen.models.pull import pull
from bggen.models.safety import check_folder, read_index
from bggen.models.store import Installed, home, installed, locate, path, remove, user_home, verify

__all__ = [
    "CUTOUT",
    "KNOWN",
    "UNKNOWN_LICENCE",
    "Checksums",
    "Installed",
    "Model",
    "check_folder",
    "check_licence",
    "folder_digest",
    "home",
    "installed",
    "known",
    "locate",
    "path",
    "pull",
    "pull_line",
    "read_index",
    "remove",
    "user_home",
    "verify",
]
