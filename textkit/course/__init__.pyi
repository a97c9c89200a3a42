from .answers import choose as choose
from .answers import compare as compare
from .answers import same as same
from .chapters import (
    Chapter as Chapter,
)
from .chapters import (
    begin as begin,
)
from .chapters import (
    open_chapter as open_chapter,
)
from .chapters import (
    points as points,
)
from .classroom import use_article as use_article
from .classroom import use_default as use_default
from .cleaning import clean_page as clean_page
from .errors import StudentError as StudentError
from .exercises import Exercise as Exercise
from .exercises import Work as Work
from .exercises import exercise as exercise
from .explorers import (
    explore_concordance as explore_concordance,
)
from .explorers import (
    explore_quotes as explore_quotes,
)
from .explorers import (
    explore_words as explore_words,
)
from .explorers import (
    top_words as top_words,
)
from .folder import fresh_chapter as fresh_chapter
from .folder import write_folder as write_folder
from .running import call as call
from .running import run_lines as run_lines
from .suitability import preflight as preflight
from .suitability import preflight_summary as preflight_summary
from .verdicts import (
    NOT_HERE as NOT_HERE,
)
from .verdicts import (
    NOT_YET as NOT_YET,
)
from .verdicts import (
    QUESTION as QUESTION,
)
from .verdicts import (
    RIGHT as RIGHT,
)
from .verdicts import (
    Verdict as Verdict,
)
from .verdicts import (
    not_here as not_here,
)
from .verdicts import (
    not_yet as not_yet,
)
from .verdicts import (
    question as question,
)
from .verdicts import (
    right as right,
)
