"""Words and what they are made of: digests, slugs, sentences, dates, languages. All pure."""
