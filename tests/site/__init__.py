"""Tests of `briefings/site`."""
