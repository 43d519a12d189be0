"""What the title of a plan says of it: its ordinal, and the strategy that it carries out.

Readers derive these from the words; exporters print a line of their own only for what the title
leaves unsaid.
"""
