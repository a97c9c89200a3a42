# %% [markdown]
# # Meet the article
#
# | | |
# |---|---|
# | **You will be able to** | read a text before you count it, find its paragraphs, headings and voices, and ask the question of this course |
# | **Time** | 50 minutes |
# | **You need first** | start_here |
# | **New words** | paragraph, heading, direct quote, indirect speech, median |
# | **New Python** | `[0]` `[-1]` |
#
# Run this cell first. It loads the article and shows how much came in.

# %%
from textkit import load_article, sentence_table
from textkit.charts import plot_sentence_lengths
from textkit.course import begin, keep

check, hint, progress = begin("meet_the_article", globals())
article = load_article()
article

# %% [markdown]
# ## Recall
#
# ### Exercise What not yet means
#
# You run the cell of an exercise and its check says **Not yet**. What does that tell you?
#
# - **a** My answer is wrong.
# - **b** The blank is still there. Nothing has been judged so far.
# - **c** This article has nothing for this exercise.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("meaning_of_not_yet")

# %% [markdown]
# ### Exercise The next morning
#
# You open your notebook again the next day. Yesterday everything worked. You run a cell in the middle, and Python
# says `NameError: name 'article' is not defined`. What happened?
#
# - **a** The file with the article got lost overnight.
# - **b** The notebook forgot the code that I typed yesterday.
# - **c** The kernel is a new one, and the cell that makes `article` has not run in it yet.

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("next_morning")

# %% [markdown]
# ## Read first
#
# A computer can count the words of a text that nobody has read. It can't tell you whether the counts mean
# anything. So take four minutes, or however long you need, and read the article from beginning to end.

# %%
print(article.text)

# %% [markdown]
# Now ask what any careful reader asks of a text. Some answers are in the article. Of others you can only say
# that they are not, and that is an answer, too.
#
# 1. **What kind of text is it?** A report, an opinion piece, a speech, a story? How can you tell?
# 2. **Who wrote it, when, and for whom?** Does the text itself say so?
# 3. **Who gets to speak in it?** Whose words are quoted, and whose are only retold?
# 4. **What is missing?** Who is talked about but never speaks? What would you need to know to judge the claims?

# %% [markdown]
# *Your notes, one line for each question (double-click here to write; Shift + Enter when you are done):*
#
# ### BEGIN SOLUTION
# A model has a line for each question, points to a place in the text for whatever it says ("the second paragraph calls it …"), and says
# openly where the text does not tell.
# ### END SOLUTION

# %% [markdown]
# ## How long is it?
#
# You have read it, so you have a feeling for its length. It is worth making an estimate *before* you count: if the
# two are far apart, one of them is wrong, and it may be the computer's.
#
# `article.paragraphs` holds its paragraphs, and `len` says how many there are. A number in square brackets picks one of them.
# Python **counts from 0**: `[0]` is the first, and `[-1]` is the last. (`print` can show several things in a row, with commas between
# them.)

# %%
print(len(article.paragraphs), "paragraphs. The first one:")
print(article.paragraphs[0])

# %%
print(article.paragraphs[-1])

# %% [markdown]
# About how many words does the first paragraph have? And how many pieces of that size make up the article?
#
# ### Exercise Guess the number of words
#
# About how many words does the whole article have? Put your estimate into `estimate`; a product such as
# `12 * 30` is fine. Don't let Python count the words yet. Anything within 30 percent is right.

# %%
estimate = ...
### BEGIN SOLUTION
estimate = len(article.text) / 6  # a word and the space after it take about six characters
### END SOLUTION
check("guess_words")

# %% [markdown]
# ## Headings
#
# When the article was loaded, its headings were separated from its paragraphs.

# %%
print(len(article.headings), "headings:", article.headings)

# %% [markdown]
# A short line without a period, followed by a longer paragraph, is taken for a heading. That is a rule of thumb, and
# such rules fail now and then: compare it with what you have read. If the text has no headings at all, you
# see `()`, which holds nothing.
#
# ## Whose words?
#
# A news article lets people speak in two ways. It can give their own words, between quotation marks: that is a
# **direct quote**. Or it can retell what they said in the reporter's words: that is **indirect speech**.
#
# ### Exercise Told or quoted?
#
# In which of these sentences do we hear the mayor's own words?
#
# - **a** The mayor said that the bridge would be closed for a year.
# - **b** According to the mayor, the bridge is “a patient who refuses to lie down”.
# - **c** The mayor read the report called “Two Cracks” and was worried.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("told_or_quoted")

# %% [markdown]
# ### Exercise The first voice
#
# Who is the **first** person in the article whose words are between quotation marks? Look in the text above. Put the
# name into `first_voice`, in quotation marks, spelled as in the article.

# %%
first_voice = ...
### BEGIN SOLUTION
from textkit import quote_table  # you find it by reading; a later chapter shows how a program does

first_voice = ([*quote_table(article.text)["speaker"].dropna()] or ["nobody"])[0]
### END SOLUTION
check("first_voice")

# %% [markdown]
# ## The question of this course
#
# Who is quoted, how often, and at what length? Who is only talked about? A reporter has to choose, and every choice lets us hear one
# voice and not another. So here is the question that goes with us through all the chapters:
#
# > **Whose words does this article let us hear, and what do they make of it?**
#
# You won't answer it today. Each chapter adds one line of evidence, in a file of your own: your **case file**.
#
# ## Read the chart
#
# Before we count words, let's look at the rhythm of the sentences. `sentence_table` cuts the article into sentences, and this chart draws
# each of them as a bar. Before you run the cell: will the sentences get shorter or longer from the beginning of the article to the end?
# Nobody grades a guess.

# %%
table = sentence_table(article.text)
plot_sentence_lengths(table)

# %% [markdown]
# The bars are in the order of the article. The dashed line is the **median**: half of the sentences are at least that long, and half
# are at most that long. A heading counts as a sentence here.
#
# ### Exercise Where is the longest?
#
# Read it off the chart: is the longest sentence in the first third of the sentences, the middle third, or the last? Answer with
# `"first"`, `"middle"` or `"last"`.

# %%
third = ...
### BEGIN SOLUTION
place = table["tokens"].argmax() / len(table)
third = (
    "first" if place < 1 / 3 else "middle" if place < 2 / 3 else "last"
)  # a look at the chart says it, too
### END SOLUTION
check("longest_third")

# %% [markdown]
# - *What it shows:* the rhythm of the article, and where its longest sentence is.
# - *What it hides:* who speaks. A bar may be a reporter's sentence, a quoted one, a mix of both, or a heading. It also hides the words
#   themselves.
# - *What a careless reader would conclude:* that long sentences are bad writing, or that the longest one matters most.
#
# ### Exercise Which claim is better?
#
# Two students wrote down what an article lets them hear. The rubric: *a good claim names somebody, points to a place in the text, and claims no
# more than the text shows.* Which claim is better by it?
#
# - **a** "The article is very one-sided, like all the media these days."
# - **b** "In the first half, two people are quoted in their own words. Those who live there are mentioned, but never quoted."

# %%
better = ...
### BEGIN SOLUTION
better = "b"
### END SOLUTION
check("better_claim")

# %% [markdown]
# **Explain.** Now it's your turn. In two or three sentences: whose words does this article let us hear, as far as you can tell after one
# reading?
#
# *A good claim names somebody, points to a place in the text, and claims no more than the text shows.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model names the people who are quoted, in order and with their paragraphs; names one person or group that is only talked about; and
# leaves open how many words each of them gets, since nobody has counted yet.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Put your first line into the case file: who speaks first, and who is missing? Write it in place of the three dots, and run the cell. The
# line is added to `case_file.md`, a file in the same folder as your notebooks. Nothing ever overwrites it.

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Find the shortest bars of the chart, and their sentences in the text. Are they headings, quotes, or the reporter's own? What would a
# careless reader make of it that the shortest "sentences" are not sentences at all?
