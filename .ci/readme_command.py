"""Print the README's N-th marked command: the code block that follows `<!-- ci: N -->`."""

import re
import sys
from pathlib import Path

readme = Path("README.md").read_text("utf-8")
found = re.search(rf"<!-- ci: {sys.argv[1]} -->\s*```\w*\n(.*?)```", readme, re.DOTALL)
if found is None:
    sys.exit(f"README.md has no command marked <!-- ci: {sys.argv[1]} -->")
sys.stdout.write(found.group(1))
