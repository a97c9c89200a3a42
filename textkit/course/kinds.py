"""The kinds of values that pandas and NumPy bring, by their usual names, without loading either.

Nobody can answer with a table before pandas is loaded. So a check may ask whether an answer is one, and a
chapter that has no tables starts without waiting for them: in a browser, they would have to be fetched.
"""

import sys
from typing import TYPE_CHECKING, Any

__all__ = ["np", "pd"]


class Absent:
    """The kind of which no value is: it stands for those of a library that nobody has loaded."""


class IfLoaded:
    """A library as it is if something has loaded it; else all its kinds are `Absent`.

    >>> isinstance("rain", IfLoaded("no_such_library").Table)
    False
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, kind: str) -> Any:
        return getattr(sys.modules[self._name], kind) if self._name in sys.modules else Absent


if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
else:
    np, pd = IfLoaded("numpy"), IfLoaded("pandas")
