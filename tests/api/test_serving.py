"""The server that `precedent serve` runs: how it listens."""

import asyncio
import socket

from api.commands_run import listen


async def without_delay(listener: socket.socket) -> bool:
    """Return whether a connection that asyncio takes from a socket sends small answers at once."""
    told: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    async def taken(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = writer.get_extra_info("socket")
        told.set_result(bool(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
        writer.close()

    async with await asyncio.start_server(taken, sock=listener):
        _, client = await asyncio.open_connection(*listener.getsockname())
        try:
            return await asyncio.wait_for(told, 10)
        finally:
            client.close()
            await client.wait_closed()


def test_answers_do_not_wait_for_more() -> None:
    """A kept connection gets each answer at once, not with the acknowledgement of the one before."""
    assert asyncio.run(without_delay(listen("127.0.0.1", 0)))
