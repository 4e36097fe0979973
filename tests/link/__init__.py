"""Tests of linking: briefings in, archive out."""
