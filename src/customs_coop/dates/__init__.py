"""Days, windows and dates of which only the bounds are known.

Dates go in as `datetime.date` or as ISO text ("2011-07-01"), never as `datetime.datetime`: plans
are made in days, and a time of day would silently be dropped.
"""

from customs_coop.dates.days import as_date
from customs_coop.dates.partial import PartialDate, as_partial_date
from customs_coop.dates.period import Period, as_period

__all__ = ["PartialDate", "Period", "as_date", "as_partial_date", "as_period"]
