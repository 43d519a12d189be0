"""The parts of the page of `council-html`: its words, its rows, and its pictures."""
