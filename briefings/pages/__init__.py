"""Archive → view models, feeds, sitemap, redirects. Pure; knows neither MkDocs nor the disk."""
