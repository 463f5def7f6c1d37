"""Write the coverage of the facts into ``README.md`` and ``docs/coverage.md``.

``python -m graph.coverage.generate`` (``make coverage``) writes them; with ``--check`` it only
compares, and exits 1 on drift.
"""

import re
import sys
from pathlib import Path
from typing import Final

from graph.coverage.measure import Coverage, packaged_coverage
from graph.coverage.wording import document, readme_block

ROOT: Final = Path(__file__).parents[2]
BLOCK: Final = re.compile(r"(?<=<!-- coverage: generated -->\n).*?(?=<!-- coverage: end -->)", re.S)


def with_coverage(readme: str, coverage: Coverage) -> str:
    """Return a README whose marked block tells this coverage.

    Raises:
        ValueError: the README has not exactly one marked block.
    """
    if len(BLOCK.findall(readme)) != 1:
        raise ValueError("the README must have one block marked '<!-- coverage: generated -->'")
    return BLOCK.sub(lambda _: f"{readme_block(coverage)}\n", readme)


def wanted(coverage: Coverage) -> dict[Path, str]:
    """Return each file with the text that it should have."""
    readme = ROOT / "README.md"
    return {
        readme: with_coverage(readme.read_text(encoding="utf-8"), coverage),
        ROOT / "docs" / "coverage.md": document(coverage),
    }


def drifted(coverage: Coverage) -> list[Path]:
    """Return the files that do not tell this coverage."""
    return [
        path
        for path, text in wanted(coverage).items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Write the files, or with ``--check`` compare them; return the exit code."""
    coverage = packaged_coverage()
    if "--check" in sys.argv[1:]:
        stale = [path.name for path in drifted(coverage)]
        if stale:
            print(f"{', '.join(stale)} drifted: run make coverage")
        return int(bool(stale))
    for path, text in wanted(coverage).items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
