"""Tests of `briefings/store`."""
