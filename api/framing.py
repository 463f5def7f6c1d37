"""Who may show an answer of this server in a frame: this server alone, unless a route says else."""

from typing import Final

from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = "content-security-policy"
OWN: Final = "frame-ancestors 'self'"


class Framing:
    """Adds the rule for frames to every answer that has none of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the answer on with the rule."""

        async def with_rule(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                policy = headers.get(POLICY, "")
                if "frame-ancestors" not in policy:
                    headers[POLICY] = f"{policy}; {OWN}" if policy else OWN
            await send(message)

        await self.app(scope, receive, with_rule)


def add_framing(app: FastAPI) -> None:
    """Let no other site show the application's pages in frames, except those made for it."""
    app.add_middleware(Framing)
