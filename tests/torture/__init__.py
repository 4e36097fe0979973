"""What strangers, machines and time may do to a desk; `python -m tests.torture` runs all of it."""
