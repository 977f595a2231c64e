"""For all tests: no example is too slow, Ctrl+C is heard, and a time zone is put back."""

import signal
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, settings

# Hypothesis gives each example 0.2 s by default, and a busy machine may need more.
settings.register_profile("tests", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tests")

# Begun in the background of a script, tests would be deaf to it, and so would the programs that they stop with it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def time_zone() -> Iterator[Callable[[str], None]]:
    """Puts this process into a time zone, such as "Asia/Tokyo", until the test ends."""
    with pytest.MonkeyPatch.context() as patch:

        def put(name: str) -> None:
            patch.setenv("TZ", name)
            time.tzset()

        yield put
    time.tzset()
