"""Text analytics for the classroom: tokens, frequencies, concordances and quotes of an article or of many."""

import lazy_loader

__version__ = "0.1.0"

# The public names stand in `__init__.pyi`, and nowhere else. A room is loaded when one of its names is first
# used, so that `import textkit` is quick: pandas alone would take longer than everything else together.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
