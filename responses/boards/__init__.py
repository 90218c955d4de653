"""What the boards of forces read of the working rows, as at a day: for pages, files and minutes."""

from .one_moment import one_moment
from .period import Period, end_of
from .reading import Found, read
from .recording import record_of

__all__ = ["Found", "Period", "end_of", "one_moment", "read", "record_of"]
