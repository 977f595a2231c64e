"""For all tests: no example is too slow, and Ctrl+C is heard."""

import signal

from hypothesis import HealthCheck, settings

# Hypothesis gives each example 0.2 s by default, and a busy machine may need more.
settings.register_profile("tests", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tests")

# Begun in the background of a script, tests would be deaf to it, and so would the programs that they stop with it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
