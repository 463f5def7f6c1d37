"""A data directory filled once, and a real server over it."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from api.app import create_app
from graph.home import open_reader


@pytest.fixture(scope="session")
def address(filled_home: Path) -> Iterator[str]:
    """Return the address of a server that runs for the whole session."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(open_reader(filled_home)), log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listener.close()


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    """Return an HTTP client of that server."""
    with httpx.Client(base_url=address, timeout=30) as client:
        yield client
