"""Ask this server for another of its answers, without leaving the process."""

from fastapi import Request
from starlette.types import Message


async def ask_itself(request: Request, path: str, query: str) -> tuple[int, str]:
    """Return the status and body that a GET of an address of this server gives."""
    status, body = 500, bytearray()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        elif message["type"] == "http.response.body":
            body.extend(message.get("body", b""))

    host = [(name, value) for name, value in request.headers.raw if name == b"host"]
    scope = {
        "type": "http",
        "asgi": request.scope["asgi"],
        "http_version": request.scope.get("http_version", "1.1"),
        "server": request.scope.get("server"),
        "client": request.scope.get("client"),
        "scheme": request.url.scheme,
        "root_path": request.scope.get("root_path", ""),
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": host,
    }
    await request.app(scope, receive, send)
    return status, body.decode()
