"""Tests of briefings.text."""
