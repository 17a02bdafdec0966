"""`python -m tests.serve_main JSON`: a server like `bggen serve`, with a painter of the tests' own."""

from __future__ import annotations

import json
import sys

from bggen.options import Options
from bggen.serve import resolve, server
from bggen.settings import Settings

if __name__ == "__main__":
    flags = json.loads(sys.argv[1])
    painter = flags.pop("painter", "bggen.serve.work.painter")
    options = Options(model=flags.pop("model", "flat"), **flags.pop("options", {}))
    sys.exit(server.run(resolve(flags, options), Settings(), painter=painter))
