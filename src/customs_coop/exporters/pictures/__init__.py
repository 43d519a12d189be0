"""Drawings of a dossier: its graph as DOT, Mermaid, GraphML and SVG, and its plans in time."""
