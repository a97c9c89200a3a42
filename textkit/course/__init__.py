"""The course that goes with textkit: exercises that check themselves, explorers, another article for a class.

Students use `begin`, and through it `check`, `hint` and `progress`. Whoever writes a chapter's checks uses
`exercise`, `compare` and what stands beside them.
"""

import lazy_loader

# The public names stand in `__init__.pyi`, and nowhere else.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
