"""Tests of briefings.draft."""
