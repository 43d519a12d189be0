"""Presidencies of the Council: who held, or holds, which half-year.

The table runs from 1997 to 2030. Outside it nothing is guessed: `UnknownPresidencyError`.
The order is decided by the Council, and has been changed: the United Kingdom gave up the second
half of 2017, Croatia was put in at the first half of 2020.
"""

from customs_coop.presidency.rotation import ROTATIONS, Rotation
from customs_coop.presidency.terms import Presidency, presidencies, presidency_on

__all__ = ["ROTATIONS", "Presidency", "Rotation", "presidencies", "presidency_on"]
