from .asking import expects as expects
from .behavior import behaves as behaves
from .casefile import case_file as case_file
from .casepage import case_page as case_page
from .chapters import (
    Chapter as Chapter,
    begin as begin,
    keep as keep,
    open_chapter as open_chapter,
    points as points,
)
from .classroom import use_article as use_article, use_default as use_default
from .cleaning import clean_page as clean_page
from .drawing import draw_quotes as draw_quotes, draw_stretches as draw_stretches
from .errors import StudentError as StudentError
from .exercises import Exercise as Exercise, Work as Work, exercise as exercise
from .explorers import (
    explore_concordance as explore_concordance,
    explore_quotes as explore_quotes,
    explore_words as explore_words,
    label_stretches as label_stretches,
    top_words as top_words,
)
from .expressions import expect as expect
from .folder import fresh_chapter as fresh_chapter, write_folder as write_folder
from .key import class_key as class_key
from .misconceptions import (
    Misconception as Misconception,
    instead as instead,
    logarithm as logarithm,
    ratio as ratio,
    rows as rows,
)
from .options import (
    better_of_two as better_of_two,
    choose as choose,
    multiple_choice as multiple_choice,
)
from .reading import (
    compare as compare,
    not_several as not_several,
    same as same,
    short as short,
)
from .running import call as call, run_lines as run_lines
from .suitability import (
    preflight as preflight,
    preflight_exercises as preflight_exercises,
    preflight_summary as preflight_summary,
)
from .verdicts import (
    NOT_HERE as NOT_HERE,
    NOT_YET as NOT_YET,
    QUESTION as QUESTION,
    RIGHT as RIGHT,
    Verdict as Verdict,
    as_it_was as as_it_was,
    not_here as not_here,
    not_yet as not_yet,
    question as question,
    right as right,
)
from .voices import two_voices as two_voices
