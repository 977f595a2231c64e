"""No socket but a local one, for anything in the process; and a lesson needs none at all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ferry import STRONG, write_lesson
from tests.work import steps
from tutor import offline

BEFORE = """
    import asyncio, os, socket, sys
    from tutor import offline
    from tutor.offline import OfflineError, install

    def as_on_windows():
        offline._FAMILIES |= {socket.AF_INET, socket.AF_INET6}

    def refused(call, *args):
        try:
            call(*args)
        except OfflineError as error:
            assert "reach the network" in str(error) and "works offline" in error.advice
        else:
            raise AssertionError(f"{call} {args} was let through")

    def allowed(call, *args):
        try:
            return call(*args)
        except OfflineError:
            raise
        except OSError:
            pass  # nobody listens there; not our business
"""

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no other way for asyncio")


def works(code: str) -> None:
    """Run code in its own process, since an audit hook stays."""
    program = textwrap.dedent(BEFORE) + textwrap.dedent(code)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


@posix
def test_no_internet_socket_is_made_at_all() -> None:
    works("""
        install()
        refused(socket.socket)
        refused(socket.socket, socket.AF_INET6)
        refused(socket.socket, socket.AF_INET, socket.SOCK_DGRAM)
        refused(socket.create_server, ("127.0.0.1", 0))
        if hasattr(socket, "AF_PACKET"):
            refused(socket.socket, socket.AF_PACKET, socket.SOCK_RAW)
    """)


def test_where_a_loopback_is_needed_connections_out_are_refused() -> None:
    works("""
        as_on_windows()
        install()
        tcp, udp = socket.socket(), socket.socket(type=socket.SOCK_DGRAM)
        for address in [("93.184.216.34", 80), ("192.168.1.1", 80), ("", 80), ("0.0.0.0", 80)]:
            refused(tcp.connect, address)
            refused(tcp.connect_ex, address)
            refused(udp.sendto, b"x", address)
            refused(socket.create_connection, address)
        refused(udp.sendmsg, [b"x"], [], 0, ("8.8.8.8", 53))
        refused(udp.sendto, b"x", ("<broadcast>", 9))
        for host in ("", "0.0.0.0", "192.168.1.1"):
            refused(socket.socket().bind, (host, 0))
        if socket.has_ipv6:
            tcp = socket.socket(socket.AF_INET6)
            for host in ("2001:db8::1", "::ffff:8.8.8.8", "::"):
                refused(tcp.connect, (host, 80))
    """)


def test_where_a_loopback_is_needed_it_is_allowed() -> None:
    works("""
        as_on_windows()
        install()
        server = socket.create_server(("127.0.0.1", 0))
        with socket.create_connection(server.getsockname()) as client:
            accepted, _ = server.accept()
            client.sendall(b"hello")
            assert accepted.recv(5) == b"hello"
        allowed(socket.create_connection, ("localhost", 9))
        if socket.has_ipv6:
            allowed(socket.create_connection, ("::1", 9))
            allowed(socket.socket(socket.AF_INET6).connect, ("::ffff:127.0.0.1", 9))
    """)


@posix
def test_what_stays_on_this_computer_is_allowed() -> None:
    works("""
        install()
        left, right = socket.socketpair()
        left.sendmsg([b"x"])
        allowed(socket.socket(socket.AF_UNIX).connect, "/nowhere/at/all")
        for name in ("localhost", "127.0.0.1", None):
            socket.getaddrinfo(name, 80)
        asyncio.run(asyncio.sleep(0))
    """)


def test_looking_names_up_is_refused() -> None:
    works("""
        install()
        refused(socket.getaddrinfo, "example.org", 80)
        refused(socket.getaddrinfo, "127.evil.com", 80)
        refused(socket.getaddrinfo, b"example.org", 80)
        refused(socket.gethostbyname, "example.org")
        refused(socket.gethostbyname_ex, "example.org")
        refused(socket.gethostbyaddr, "8.8.8.8")
        refused(socket.getnameinfo, ("8.8.8.8", 53), 0)
    """)


def test_libraries_see_an_ordinary_lack_of_network() -> None:
    works("""
        install()
        import urllib.error, urllib.request
        try:
            urllib.request.urlopen("http://example.org", timeout=5)
        except urllib.error.URLError as error:
            assert isinstance(error.reason, OfflineError)
        assert isinstance(OfflineError("x"), PermissionError)
    """)


def test_installing_twice_is_once() -> None:
    works("""
        install(); install()
        refused(socket.getaddrinfo, "example.org", 80)
    """)


def test_it_imports_no_socket() -> None:
    code = """
        import sys
        from tutor.offline import install
        install()
        assert "socket" not in sys.modules and "ipaddress" not in sys.modules
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_it_costs_next_to_nothing_where_something_else_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    hooks: list[Callable[[str, tuple[object, ...]], None]] = []
    monkeypatch.setattr(sys, "addaudithook", hooks.append)
    monkeypatch.setattr(offline, "_installed", False)
    offline.install()
    (hook,) = hooks
    assert steps(lambda: hook("open", ("x", "r", 0))) < 10


def _no_network() -> list[str] | None:
    """The start of a command that runs in a network namespace without interfaces."""
    for command in (["unshare", "-n", "--"], ["unshare", "-rn", "--"]):
        if shutil.which("unshare") and subprocess.run([*command, "true"], capture_output=True).returncode == 0:
            return command
    return None


@pytest.mark.skipif(_no_network() is None, reason="network namespaces are not permitted here")
def test_a_whole_lesson_without_any_interface(tmp_path: Path) -> None:
    lesson = write_lesson(tmp_path)
    command = [*(_no_network() or []), sys.executable, "-m", "tutor", "start", str(lesson), "--json"]
    done = subprocess.run(
        command,
        input="\n".join(STRONG) + "\n",
        capture_output=True,
        text=True,
        env={**os.environ, "TUTOR_HOME": str(tmp_path / "home")},
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout.splitlines()[-1])["kind"] == "summary"
