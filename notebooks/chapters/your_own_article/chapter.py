# %% [markdown]
# # Your own article
#
# | | |
# |---|---|
# | **You will be able to** | judge whether a text suits, draw its charts honestly, and write a claim with its evidence |
# | **Time** | 60 minutes |
# | **You need first** | words_in_context, comparing_voices |
# | **New words** | preflight, truncated axis, alt text, evidence |
# | **New Python** | `.set_xlim()` |
#
# Until now the article was given to you. Now you bring a text of your own, and at the end you have a page to hand in. Run this cell first.

# %%
import pandas as pd

from textkit import (
    STOPWORDS,
    dispersion,
    frequency_table,
    kwic,
    load_article,
    quote_table,
    speaker_table,
    tokenize,
)
from textkit.charts import (
    plot_bars,
    plot_dispersion,
    plot_frequency,
    plot_quotes,
    plot_speakers,
    side_by_side,
)
from textkit.course import begin, case_page, clean_page, keep, preflight, preflight_summary

check, hint, progress = begin("your_own_article", globals())
article = load_article()  # for now; below you put a text of your own in its place

# %% [markdown]
# ## Recall
#
# ### Exercise Is nine a lot?
#
# Somebody compares two speakers. The highest log-likelihood of a word is 9. Then they deal the quotes out at random, 200 times: in 90 of
# these deals some word has 9 or more. What follows?
#
# - **a** The two speakers differ, since 9 is more than 3.84.
# - **b** The two speakers talk alike.
# - **c** Neither: chance does as much in nearly half of the deals, so these samples cannot tell.

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("is_nine_a_lot")

# %% [markdown]
# ### Exercise A number to check
#
# You read: "The word *harbor* comes up 12.5 times in every 1,000 tokens of this report." Which two numbers do you need to
# check that?
#
# - **a** Its count and its rank.
# - **b** Its count and the number of tokens of the report.
# - **c** The number of types and the number of tokens of the report.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("number_to_check")

# %% [markdown]
# ## Bring a text
#
# Choose a news article that interests you. In JupyterLab make a new text file (*File → New → Text File*), paste the article in, and save
# it beside this notebook as `my_text.txt`. Then write `my_file = "my_text.txt"` below. If you leave `None`, the chapter works with the
# article of the earlier chapters.

# %%
my_file = None
article = load_article(my_file)
article

# %% [markdown]
# Whenever you change the file, run the notebook again from here: *Run → Run Selected Cell and All Below*.
#
# A text copied from a web page brings along what is around it: *Share this article*, cookie notices, other titles. `clean_page` finds
# what is plainly not the article, and gives back the rest and a table of what it took out, with reasons.

# %%
text_without, taken_out = clean_page(article.text)
print("Lines of the article that look like the page around it:", len(taken_out))
taken_out

# %% [markdown]
# Your file is unchanged. If you agree with the table, delete these lines in the file and run again from `my_file` on. The tool knows only
# some wordings, so look at both ends of your text yourself.

# %%
print(article.text[:300])
print("…")
print(article.text[-300:])

# %% [markdown]
# ## Does it suit?
#
# Before a plane takes off, the crew goes through a list: the *preflight*. Ours says which chapters a text suits. Before you run the second
# cell: which chapters would make little sense with this text? Nobody grades a guess.

# %%
my_guess = ["…"]

# %%
print(preflight_summary(article))
preflight(article)[["title", "suits", "because"]]

# %% [markdown]
# `False` forbids nothing. The chapter still runs, but some of its exercises find nothing to work on, or its numbers are too small to mean
# much. The limits are a judgment, like every threshold.
#
# ### Exercise Preflight by hand
#
# To compare voices takes two people with enough to say. How many speakers of the article have **a fifth of its quoted words or more**? The
# column is `share_of_words`, and the row `unknown`, if there is one, is not a speaker. Put the number into `n_long`.

# %%
speakers = speaker_table(article.text)
speakers

# %%
n_long = ...
### BEGIN SOLUTION
known = speakers[speakers["speaker"] != "unknown"]
n_long = len(known[known["share_of_words"] >= 0.2])
### END SOLUTION
check("preflight_by_hand")

# %% [markdown]
# ## The charts
#
# We need the tokens as printed and in small letters, and the content words (all words, if there are none).

# %%
printed = tokenize(article.text)
tokens = tokenize(article.text, lower=True)
content = [token for token in tokens if token not in STOPWORDS]
content_table = frequency_table(content or tokens)
plot_frequency(content_table, top=15, title="The most frequent content words")

# %%
words = list(content_table["token"].head(6))
plot_dispersion(dispersion(tokens, words), n_tokens=len(tokens))

# %%
side_by_side(
    plot_quotes(quote_table(article.text, all_kinds=True), n_characters=len(article.text)),
    plot_speakers(speakers),
)

# %% [markdown]
# Which of them shows something that you did not know from reading? That is where a claim may begin.
#
# ## Read the chart
#
# A chart can use true numbers and still mislead. We take two content words: the most frequent one, and the tenth (or the last).

# %%
top_words = list(content_table["token"].head(10))
big_word, small_word = top_words[0], top_words[-1]
big, small = tokens.count(big_word), tokens.count(small_word)
pair = pd.DataFrame({"word": [big_word, small_word], "count": [big, small]})
pair

# %% [markdown]
# Now two charts of this one table. Every chart has its axes in `ax`, and `set_xlim` says where the axis below the bars begins and ends.
# What will that do to the second chart?

# %%
start = small * 3 / 4
print("The second axis begins at", start)
from_zero = plot_bars(pair, label="word", value="count", title="From 0")
cut = plot_bars(pair, label="word", value="count", title="Not from 0")
cut.ax.set_xlim(start, big * 1.1)
side_by_side(from_zero, cut)

# %% [markdown]
# An axis that does not begin at 0 is a **truncated axis**. Our charts mark the 0 by a thin line on the left; in the second chart it is
# gone.
#
# ### Exercise How long does it look?
#
# In the second chart a bar begins at `start` and ends at its count. How many times as **long** as the bar of `small_word` is the
# bar of `big_word` there? Put the number into `looks`.

# %%
looks = ...
### BEGIN SOLUTION
looks = (big - start) / (small - start)
### END SOLUTION
check("bar_looks")

# %% [markdown]
# ### Exercise Find what misleads
#
# `bar_axis` chooses an axis for bars of any `values`, none below 0: a list of where it begins and where it ends. A bar that is twice as
# long should stand for a number that is twice as large. Fix it.


# %%
def bar_axis(values):
    begins = min(values) * 3 / 4
    ends = max(values) * 1.1
    return [begins, ends]


### BEGIN SOLUTION
def bar_axis(values):
    begins = 0
    ends = max(values) * 1.1
    return [begins, ends]


### END SOLUTION
print(bar_axis([40, 30]))
check("bar_axis")

# %% [markdown]
# - *What a truncated axis shows:* which bar is longer, to a reader who reads the numbers at their ends.
# - *What it hides:* how large the difference is beside the numbers themselves. *Points* or a *line* may begin elsewhere; *bars* may not,
#   since we compare their lengths.
# - *What a careless reader would conclude:* that the one word is several times as frequent as the other.
#
# ## Say it in words
#
# Somebody who cannot see a picture has its **alt text**: a sentence or two that a screen reader speaks aloud. A good one says what is
# drawn, and what one sees at a glance: above all the largest, with its number.
#
# Here are the five most frequent content words (or all, if there are fewer). Leave *In words* closed for now.

# %%
top_five = content_table.head(5)
plot_bars(top_five, label="token", value="count", title="The most frequent content words")

# %% [markdown]
# ### Exercise An alt text
#
# Write an alt text for this chart into `alt_text`: one sentence in quotation marks. It says what the bars are, and names the longest one
# with its number, in digits. (Ties: name one of them.)

# %%
alt_text = ...
### BEGIN SOLUTION
longest, number = top_five["token"][0], top_five["count"][0]
alt_text = (
    "Bars of the most frequent content words of the article: the longest is "
    + str(longest)
    + " with a count of "
    + str(number)
    + "."
)
### END SOLUTION
check("alt_text")

# %% [markdown]
# Now open *In words* and compare.
#
# ## Evidence
#
# A count says how often. What the word *does* there, only its lines say. So **evidence** for a claim about a text has two parts: numbers,
# and lines that everybody can find. And a third that is easily forgotten: the lines that speak against the claim.
#
# Choose a word for your claim and put it into `my_word`, in quotation marks: a word of the charts, a name, a phrase such as
# `"climate change"`.

# %%
my_word = content_table["token"][0]
my_table = kwic(printed, my_word, window=8, ignore_case=True)
my_table[["left", "keyword", "right"]]

# %% [markdown]
# ### Exercise A claim and its lines
#
# Read all lines. Then write a claim about how the article uses `my_word` into `my_claim`: one sentence, with the word and the number of
# its lines in digits. Put the numbers of the lines that support it best into the list `my_lines`, such as `[0, 3]`: two or more (one, if
# there is only one). The check looks at the form alone. Whether the lines carry the claim is for a reader to judge.

# %%
my_claim = ...
my_lines = ...
### BEGIN SOLUTION
# A dull claim, to have something to run on: yours says what the lines show.
my_claim = "The article has " + str(len(my_table)) + " lines with " + my_word + ", and two of them are below."
my_lines = list(my_table.index)[:2]
### END SOLUTION
check("claim")

# %% [markdown]
# ### Exercise Which answer is better?
#
# Two students were asked: *Which line speaks most against your claim, and what do you do with it?* Their claim: *In most of its 12 lines,
# “ferry” is beside “old”.* The rubric: *a good answer quotes the line, and then changes or narrows the claim, or gives a reason from
# the text why the line does not count.* Which answer is better by it?
#
# - **a** Line 7, “a new ferry by spring”: it is about a plan, so I write *In most of the lines about today's ferry*.
# - **b** Some lines speak against it, but most of them do not, and I have counted them all carefully.

# %%
better = ...
### BEGIN SOLUTION
better = "a"
### END SOLUTION
check("better_evidence")

# %% [markdown]
# **Explain.** In two or three sentences: which line speaks most against your claim, and what do you do with it?
#
# *A good answer quotes the line (or says how it looked for one and found none), and then changes the claim, narrows it, or gives a reason
# from the text why the line does not count.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: the line “…” does not fit: there the word comes from somebody else than in the other lines. I narrow my claim to what the first
# speaker says, and give the number of those lines. (Or: I have read all lines for a case of the opposite and found none.)
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Put your claim into the case file: one sentence that somebody could contradict, with its numbers, how they were counted, and what a
# single text cannot show.

# %%
keep("…")

# %% [markdown]
# And now the page. `case_page` writes it from your case file: the claim that you have just kept, its lines, the charts of your text, and
# the last line of each chapter. Put the number of the line against you into `against`. Then open `case_page.html` from the list of files on
# the left. *A good page makes a claim that its evidence carries and no more.* If not: change it here, keep it, and run the cell again.

# %%
case_page(article, word=my_word, lines=my_lines, against=[])

# %%
progress()

# %% [markdown]
# ## Go further
#
# Give your page to a neighbor, and let them find its numbers in your text. Do you agree? If not, where is the choice that you forgot to
# write down?
#
# Or look for a chart in today's news whose axis does not begin at 0. Here are two numbers that a headline might call a landslide.

# %%
votes = [51.2, 48.8]
print("is:", round(votes[0] / votes[1], 2), "times as large")
print("looks:", round((votes[0] - 48) / (votes[1] - 48), 2), "times as long, if the axis begins at 48")
