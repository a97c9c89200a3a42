"""Grading a class: what students handed in runs in a box, and what comes out of it is judged outside.

The rooms, in the order of the way: `submissions` finds the notebooks and looks at them before anything runs,
`box` keeps a process apart, `recorder` runs in it and hands out values, `values` is how these are put into
words, `judge` judges them, `pool` has several judges at once, and `results`, `class_page` and `written` put
down what came of it.
"""
