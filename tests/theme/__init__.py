"""Tests of the theme's templates, styles and scripts, without a browser."""
