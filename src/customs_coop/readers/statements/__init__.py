"""From statements to values: recommendations, obligations, agreed actions, notes and meetings."""

from customs_coop.readers.statements.reading import read_statements

__all__ = ["read_statements"]
