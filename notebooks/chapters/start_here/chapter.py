# %% [markdown]
# # Start here
#
# | | |
# |---|---|
# | **You will be able to** | run a cell, read a check, ask for a hint, restart and run everything |
# | **Time** | 20 minutes |
# | **You need first** | nothing |
# | **New words** | cell, kernel, check, hint |
#
# Welcome. This page is a *notebook*: text to read and small pieces of Python to run, side by side. Nothing you
# do here can break anything. If it gets messy, the last section shows how to start afresh.

# %% [markdown]
# ## Run a cell
#
# The gray box below is a *cell*. Click into it, then press **Shift + Enter**. The cell runs, and the next one
# is selected. A number such as `[1]` appears beside it: this was the first cell that ran. While a cell is
# still busy you see `[*]`.

# %%
print("Good morning!")

# %% [markdown]
# The next cell gets everything ready. Every chapter has one like it at the top: **run it first**. The line with
# `begin` opens the exercises; the last two lines load the article and show what came in. (What stands after a `#`
# is a note for whoever reads the code. Python passes over it.)

# %%
from textkit import load_article
from textkit.course import begin

check, hint, progress = begin("start_here", globals())  # globals() lets the checks see your variables
article = load_article()
article

# %% [markdown]
# ## Your first exercise
#
# An exercise has a blank, written as three dots. The `=` gives what stands on its right the name on its left. Run
# the cell once as it is and see what its check says. Then replace the dots with your answer and run the cell again.
#
# ### Exercise How long is a class?
#
# A class lasts 50 minutes. How many seconds is that? Let Python do the arithmetic: `*` multiplies.

# %%
seconds = ...
### BEGIN SOLUTION
seconds = 50 * 60
### END SOLUTION
check("class_length")

# %% [markdown]
# A check has four things to say:
#
# - **Not yet**: the blank is still there. That is no mistake.
# - **A question**: your answer is not right, and the question points to where to look.
# - **Right**: it is, often with something to think about.
# - **Not here**: this article has nothing for this exercise. Go on to the next one.
#
# If you are stuck, ask for a hint. Run this cell more than once: each hint says a little more.

# %%
hint("class_length")

# %% [markdown]
# ## A check can teach
#
# Wrong answers are welcome here. Try one on purpose in the next exercise and read the question you get.
#
# ### Exercise Is it the same word?
#
# Two equals signs ask whether two things are the same. What does Python answer to `"nato" == "NATO"`? Write down
# `True` or `False` *before* you try it.

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
# The name `article` holds the news article that we work with. `article.text` is its text, `[:300]` takes the first
# 300 characters of it, and `len(…)` tells how long something is.

# %%
print(article.text[:300])

# %% [markdown]
# ### Exercise How many characters?
#
# How many characters does the whole text have? Letters, spaces and periods all count.

# %%
n_characters = ...
### BEGIN SOLUTION
n_characters = len(article.text)
### END SOLUTION
check("characters")

# %% [markdown]
# ### Exercise A function of your own
#
# A *function* takes something in and gives something back after the word `return`. Complete `shout`: it takes a word
# and gives back the word in capital letters. `"hello".upper()` gives `"HELLO"`.


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
# shows where it gave up: look there and just before it for a missing bracket or quotation mark.
#
# ### Exercise Cause an error and mend it
#
# The second line below has two mistakes, and it does nothing yet: what stands after a `#` is a note for people, and
# Python passes it by. Take the `#` and the space after it away and run the cell. **It stops, and that is what we want.**
# Which line does the sentence point to, and which place? Mend that, run the cell again, and read what it says about
# the other mistake.

# %%
beginning = ...
# beginning = artcle.text[:20
### BEGIN SOLUTION
beginning = article.text[:20]
### END SOLUTION
check("mend")

# %% [markdown]
# ## In which order?
#
# Cells run in the order in which *you* run them, not in the order on the page. That is the most common trap: a cell
# uses a name that another cell has not made yet, or makes anew later.
#
# The program behind the notebook that runs your cells is called the *kernel*. It remembers every name until you restart it:
#
# - **Kernel → Restart Kernel…** forgets all names. The text of your cells stays.
# - **Kernel → Restart Kernel and Run All Cells…** forgets all names and then runs the notebook from the top.
#   If that reaches the end, your notebook is in good order.
#
# After a restart Python may say `name 'check' is not defined`. Then the cell at the top has not run yet.
#
# ### Exercise What is left?
#
# You answered exercise [[characters]] and everything works. Now you choose *Restart Kernel…* and nothing else. What is true?
#
# - **a** My answer in the cell is gone; I have to type it again.
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
# At any time `progress()` shows which exercises are right so far.

# %%
progress()

# %% [markdown]
# ## Go further
#
# Try *Kernel → Restart Kernel and Run All Cells…* now. Your work is in the cells, so the checks say the same as before.
# Save with **Ctrl + S** (on a Mac **⌘ + S**), close the notebook, open it again: it is all there.
#
# Then open `[[meet_the_article]]_meet_the_article.ipynb` in the list of files on the left. And when you have forgotten what a word means:
# `glossary.ipynb` in the same list has the new words of all chapters.
