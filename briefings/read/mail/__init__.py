"""Messages: the article or the articles inside, letters and newsletters, parts and forwards."""
