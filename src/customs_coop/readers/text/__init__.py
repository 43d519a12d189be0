"""What printed text is made of: excerpts with their places, markup, sentences, furniture."""
