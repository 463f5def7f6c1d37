"""Write the examples anew: ``python -m api.examples.generate HOME``, a filled data directory.

An example is what the server answers, each list in it cut to its first item.
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import httpx

from api.app import create_app
from api.examples.asked import ASKED, DRAFT
from graph.home import open_reader


def cut(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return JSON with the first item of each list alone.

    >>> cut({"items": [{"topics": ["firearms", "cannabis"]}, {}], "total": 2})
    {'items': [{'topics': ['firearms']}], 'total': 2}
    """
    if isinstance(value, list):
        return [cut(item) for item in value[:1]]
    if isinstance(value, dict):
        return {name: cut(part) for name, part in value.items()}
    return value


async def answers(home: Path) -> dict[str, Any]:
    """Return what the server answers to each question of ``ASKED``, by operation."""
    transport = httpx.ASGITransport(create_app(open_reader(home)))
    found = {}
    async with httpx.AsyncClient(transport=transport, base_url="http://example") as client:
        for name, path in ASKED.items():
            posted = name == "analyze_draft"
            answer = await (client.post(path, data={"text": DRAFT}) if posted else client.get(path))
            found[name] = answer.raise_for_status().json()
    return found


def main() -> None:
    """Write each example into its file."""
    for name, answer in asyncio.run(answers(Path(sys.argv[1]))).items():
        text = json.dumps(cut(answer), indent=1, ensure_ascii=False)
        Path(__file__).with_name(f"{name}.json").write_text(text + "\n", encoding="utf-8")
        print(name, len(text))


if __name__ == "__main__":
    main()
