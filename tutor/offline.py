"""The promise that no socket is opened: an audit hook (PEP 578) that refuses every one that is not local.

It holds for this program and all libraries in its process, whatever they do. An internet socket is refused when it is
made, not when it is connected: given a name to connect to, Python asks the name server before any hook hears of it.
Windows is the exception: there asyncio wakes itself up through a loopback connection, so addresses are looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from tutor.errors import TutorError


class OfflineError(TutorError, PermissionError):
    """Something in the program tried to reach the network, and was refused.

    Also an OSError, so that a library which copes with having no network copes with this.
    """


# Numbers, so that the socket module need not be imported for them.
_AF_UNIX = 1  # the same on every system
_UNKNOWN = -1  # a socket made from a file descriptor: some other call made it, and was heard
_WINDOWS_INTERNET = frozenset({2, 23})  # AF_INET and AF_INET6 there

_FAMILIES = frozenset({_AF_UNIX, _UNKNOWN}) | (_WINDOWS_INTERNET if sys.platform == "win32" else frozenset())
_LOCAL_NAMES = frozenset({"localhost", "ip6-localhost", "ip6-loopback"})


def _is_local(host: object) -> bool:
    """Whether a host, as given to the socket module, is this computer and nothing else."""
    if isinstance(host, bytes | bytearray):
        host = host.decode("ascii", "replace")
    if not isinstance(host, str):
        return False
    if host.lower() in _LOCAL_NAMES:
        return True
    from ipaddress import ip_address

    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return False
    # Before Python 3.13 ::ffff:127.0.0.1 does not know that it is a loopback address.
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _refuse(what: str) -> None:
    raise OfflineError(
        f"Something tried to reach the network ({what}), and was stopped.",
        "tutor works offline, always. Please report this as a bug; your session is kept.",
    )


def _new(args: tuple[Any, ...]) -> None:
    """A socket is made: (socket, family, type, protocol)."""
    if args[1] not in _FAMILIES:
        _refuse(f"with a socket of family {int(args[1])}")


def _address(args: tuple[Any, ...]) -> None:
    """connect, bind, sendto and sendmsg: (socket, address)."""
    socket, address = args[0], args[1]
    if int(socket.family) == _AF_UNIX or address is None:  # None: sendmsg on a socket that is connected
        return
    if not (isinstance(address, tuple) and address and _is_local(address[0])):
        _refuse(f"at {address!r}")


def _name(args: tuple[Any, ...]) -> None:
    """getaddrinfo and the other look-ups: (host, …). None stands for this computer."""
    host = args[0][0] if isinstance(args[0], tuple) else args[0]
    if host is not None and not _is_local(host):
        _refuse(f"looking up {host!r}")


_CHECKS: Mapping[str, Callable[[tuple[Any, ...]], None]] = {
    "socket.__new__": _new,
    "socket.connect": _address,  # connect_ex too
    "socket.bind": _address,
    "socket.sendto": _address,
    "socket.sendmsg": _address,
    "socket.getaddrinfo": _name,
    "socket.gethostbyname": _name,  # gethostbyname_ex too
    "socket.gethostbyaddr": _name,
    "socket.getnameinfo": _name,
}

_installed = False


def install() -> None:
    """Refuse the network from now on, until the process ends; there is no way to take it back."""
    global _installed
    if _installed:
        return
    _installed = True
    find = _CHECKS.get  # every import and every opened file passes here: one look-up, no more

    def hook(event: str, args: tuple[Any, ...]) -> None:
        check = find(event)
        if check is not None:
            check(args)

    sys.addaudithook(hook)
