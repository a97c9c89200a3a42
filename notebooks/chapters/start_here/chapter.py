# %% [markdown]
# # Start here
#
# | | |
# |---|---|
# | **You will be able to** | run a cell, read a check, ask for a hint, restart and run everything |
# | **Time** | 20 minutes |
# | **You need first** | nothing |
# | **New words** | cell, kernel, check, hint |
# | **New Python** | `print()` `len()` · `=` `==` · `+` `-` `*` `/` · `def` `return` `.upper()` |
#
# Welcome. This page is a *notebook*: text to read and small pieces of Python to run, side by side. Nothing you
# do here can break anything. If it gets messy, the section *In which order?* shows how to start afresh.

# %% [markdown]
# ## Run a cell
#
# The gray box below is a *cell*. Click into it, then press **Shift + Enter**. The cell runs, and the next one
# is selected. A number such as `[1]` appears beside it: this was the first cell that ran. While a cell is
# still busy you see `[*]`.
#
# `print(…)` shows whatever is in its round brackets. A **text** goes in quotation marks; they tell Python where it begins
# and where it ends, and are not shown.

# %%
print("Good morning!")

# %% [markdown]
# The next cell gets everything ready. Every chapter has one like it at the top: **run it first**. You needn't understand its
# code. It fetches the tools, opens the exercises, loads the article and shows how much came in. (What comes
# after a `#` is a note for people. Python skips it.)

# %%
from textkit import load_article
from textkit.course import begin

check, hint, progress = begin("start_here", globals())  # globals() lets the checks see your variables
article = load_article()
article

# %% [markdown]
# ## Your first exercise
#
# An exercise has a blank, written as three dots. The `=` gives whatever is on its right the name on its left. Run
# the cell once as it is and see what its check says. Then put your answer in place of the dots and run the cell again.
#
# ### Exercise How long is a class?
#
# A class lasts 50 minutes. How many seconds is that? Let Python do the arithmetic: `*` multiplies and `/` divides, and `+` and `-`
# are what you think they are.

# %%
seconds = ...
### BEGIN SOLUTION
seconds = 50 * 60
### END SOLUTION
check("class_length")

# %% [markdown]
# A check has four things to say:
#
# - **Not yet**: the blank is still there. Nothing is wrong.
# - **A question**: your answer isn't right, and the question tells you where to look.
# - **Right**: well done. Often there is something to think about as well.
# - **Not here**: this article has nothing for this exercise. Go on to the next one.
#
# Stuck? Ask for a hint. Run this cell more than once: each hint says a little more.

# %%
hint("class_length")

# %% [markdown]
# ## A check can teach
#
# Wrong answers are welcome here. Try one on purpose in the next exercise, and read the question you get.
#
# ### Exercise Is it the same word?
#
# Two equals signs ask whether two things are the same. Python answers `True` or `False`. What does it say to `"nato" == "NATO"`?
# Put your answer, without quotation marks, in place of the dots *before* you run the cell below it.

# %%
prediction = ...
### BEGIN SOLUTION
prediction = False
### END SOLUTION
check("same_word")

# %%
"nato" == "NATO"

# %% [markdown]
# ## A first look at the article
#
# `print` is a **function**: it does something with what you put in its brackets. Another one is `len`, short for *length*. It counts the
# characters of a text:

# %%
len("Good morning!")

# %% [markdown]
# (A cell shows the value of its last line by itself. `print` is for everything else.)
#
# The name `article` holds the news article that we work with. Its text has a name, too: `article.text`. Read the dot as *of*: the text
# of the article. A name has no quotation marks.
#
# ### Exercise How many characters?
#
# How many characters does the whole text of the article have? Letters, spaces and periods all count.

# %%
n_characters = ...
### BEGIN SOLUTION
n_characters = len(article.text)
### END SOLUTION
check("characters")

# %% [markdown]
# ## Functions
#
# Some functions come after a dot, behind the thing they work on. `upper` is one of them: it makes capital letters.

# %%
"hello".upper()

# %% [markdown]
# ### Exercise A function of your own
#
# You can make a function, too. The line with `def` gives it a name, here `shout`, and a name for whatever will be put
# in its brackets, here `word`. The indented line says what it gives back, after `return`. Complete `shout`: it should give back the
# word in capital letters.


# %%
def shout(word):
    ### BEGIN SOLUTION
    return word.upper()
    ### END SOLUTION
    return ...


check("shout")

# %% [markdown]
# ## When something goes wrong
#
# A misspelled name, a text without its quotation marks: Python stops and says so. In an exercise you then see one
# sentence with the line where it happened. Elsewhere you see Python's own message, which is longer: **read its last
# line first**. If it says `SyntaxError`, Python could not even read the cell, and nothing in it has run. The mark `^`
# shows where Python gave up: look there, and just before it, for a missing bracket or quotation mark.
#
# ### Exercise Cause an error and fix it
#
# The second line below is meant to give the article in capital letters. It has two mistakes, and it does nothing yet, because of the
# `#` in front. Delete the `#` and the space after it, and run the cell. **It stops, and that is what we want.** Which line
# does the sentence point to, and where in that line? Fix that, run the cell again, and read what it says about the other mistake.

# %%
loud = ...
# loud = artcle.text.upper(
### BEGIN SOLUTION
loud = article.text.upper()
### END SOLUTION
check("cause_an_error")

# %% [markdown]
# ## In which order?
#
# Cells run in the order in which *you* run them, not in the order on the page. That is the most common trap: a cell
# uses a name that no cell has made yet, or that another cell has changed since.
#
# The program that runs your cells is called the *kernel*. It remembers every name until you restart it:
#
# - **Kernel → Restart Kernel…** forgets all names. The text of your cells stays.
# - **Kernel → Restart Kernel and Run All Cells…** forgets all names and then runs the notebook from the top.
#   If that reaches the end, your notebook is in good order.
#
# After a restart Python may say `name 'check' is not defined`. That means the cell at the top has not run yet.
#
# ### Exercise What is left?
#
# You have answered exercise [[characters]], and everything works. Now you choose *Restart Kernel…* and nothing else. What is true?
#
# - **a** My answer in the cell is gone; I'll have to type it again.
# - **b** My answer is still in the cell, but `n_characters` has no value until I run the cell again.
# - **c** Nothing has changed: `n_characters` still has its value.
#
# Write the letter in quotation marks, such as `"a"`.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("restart")

# %% [markdown]
# ## Where you stand
#
# `progress()` shows which exercises you have got right so far.

# %%
progress()

# %% [markdown]
# ## Go further
#
# Try *Kernel → Restart Kernel and Run All Cells…* now. Your work is in the cells, so the checks say the same as before.
# Save with **Ctrl + S** (on a Mac **⌘ + S**), close the notebook, open it again: it is all there.
#
# Then open `[[meet_the_article]]_meet_the_article.ipynb` in the list of files on the left. And if you forget what a word means,
# `glossary.ipynb` in the same list has the new words of all chapters. From the next chapter on you will also keep a *case file*; more
# about it there.
