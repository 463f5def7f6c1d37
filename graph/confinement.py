"""What a process that runs strangers' queries may not do: fill the memory, or use the network.

Both are asked of the operating system, because Oxigraph has a switch for neither; where it has no
such means, the checks of ``graph.sparql`` and the deadline of ``graph.query_pool`` stand alone.
"""

import contextlib
import ctypes
import errno
import platform
import socket
import struct
import sys
from pathlib import Path
from typing import Final

# Names of the kernel's interface (seccomp(2), bpf): what linux/seccomp.h and linux/audit.h define.
PR_SET_NO_NEW_PRIVS: Final = 38
PR_SET_SECCOMP: Final = 22
SECCOMP_MODE_FILTER: Final = 2
ALLOW: Final = 0x7FFF0000
REFUSE: Final = 0x00050000 | errno.EACCES
LOAD_WORD: Final = 0x20
JUMP_IF_EQUAL: Final = 0x15
RETURN: Final = 0x06
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data
# {machine: (the architecture as audit names it, the number of socket(2))}
MACHINES: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}


def limit_memory(extra: int) -> bool:
    """Let this process map at most ``extra`` bytes more than it has; tell whether that took."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return False
    with contextlib.suppress(ValueError, OSError):
        most = _mapped() + extra
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves no file behind
        return True
    return False


def _mapped() -> int:
    """Return how many bytes of address space this process has mapped (proc(5), statm)."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    import resource  # noqa: PLC0415 - as above

    return pages * resource.getpagesize()


def close_network() -> bool:
    """Let this process open no socket but a local one; tell whether that took. It is for good."""
    known = MACHINES.get(platform.machine())
    if sys.platform != "linux" or known is None or sys.byteorder != "little":
        return False
    architecture, number = known
    steps = (
        (LOAD_WORD, 0, 0, ARCHITECTURE),
        (JUMP_IF_EQUAL, 0, 4, architecture),
        (LOAD_WORD, 0, 0, NUMBER),
        (JUMP_IF_EQUAL, 0, 2, number),
        (LOAD_WORD, 0, 0, FIRST_ARGUMENT),
        (JUMP_IF_EQUAL, 0, 1, int(socket.AF_UNIX)),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = struct.pack("@HP", len(steps), ctypes.addressof(code))
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return not kernel.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program, 0, 0)
