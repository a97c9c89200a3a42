# %% [markdown]
# # Your own article
#
# | | |
# |---|---|
# | **You will be able to** | judge whether a text suits, draw its charts honestly, and write a claim with its evidence |
# | **Time** | 60 minutes |
# | **You need first** | words_in_context, comparing_voices |
# | **New words** | preflight, truncated axis, alt text, evidence |
#
# Until now the article was given to you. Now you bring a text of your own, and at the end you write a page about it. Run this
# cell first.

# %%
import pandas as pd

from textkit import (
    STOPWORDS,
    dispersion,
    frequency_table,
    kwic,
    load_article,
    quote_table,
    sentence_table,
    speaker_table,
    tokenize,
)
from textkit.charts import (
    plot_bars,
    plot_dispersion,
    plot_frequency,
    plot_quotes,
    plot_sentence_lengths,
    plot_speakers,
    side_by_side,
)
from textkit.course import begin, clean_page, keep, preflight, preflight_summary

check, hint, progress = begin("your_own_article", globals())
article = load_article()  # for now; below you put a text of your own in its place

# %% [markdown]
# ## Recall
#
# ### Exercise Is nine a lot?
#
# Somebody compares two speakers. The highest log-likelihood of a word is 9. Then they deal the words out at random, 200
# times: in 90 of these splits some word has 9 or more. What follows?
#
# - **a** The two speakers differ, since 9 is more than 3.84.
# - **b** The two speakers talk alike.
# - **c** Neither: chance alone does as much in nearly half of the splits, so these samples cannot tell.

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
# Choose a news article that interests you. Copy its text, and in JupyterLab make a new text file (*File → New → Text File*),
# paste it in, and save it beside this notebook as `my_text.txt`. Then write that name between quotation marks in place of
# `None`:
#
#     my_file = "my_text.txt"
#
# Have you no text at hand? Leave `None`, and the chapter works with the article of the earlier chapters. `None` means: no file
# of my own.

# %%
my_file = None
article = load_article(my_file)
article

# %% [markdown]
# Whenever you change the file, run the notebook again from here: *Run → Run Selected Cell and All Below*.
#
# A text copied from a web page often brings along what is around it: *Share this article*, cookie notices, the titles of
# other articles. These words would be counted, too. `clean_page` finds what is plainly not the article, and lists every line
# of it with the reason. (It gives back two things, so two names stand on the left.)

# %%
text_without, taken_out = clean_page(
    "Share this article\nIt rained all day.\nRead more: Ten ways to stay dry"
)
print(text_without)
taken_out

# %%
text_without, taken_out = clean_page(article.text)
print("Lines of the article that look like the page around it:", len(taken_out))
taken_out

# %% [markdown]
# It has changed nothing in your file. If the table lists lines and you agree with it, delete them in the file, save it, and run
# again from `my_file` on. It is a careful tool and knows only some wordings, all English: so look at the beginning and at the
# end of your text yourself.

# %%
print(article.text[:300])
print("…")
print(article.text[-300:])

# %% [markdown]
# ## Does it suit?
#
# Before a plane takes off, the crew goes through a list: the *preflight*. Ours says what is in a text, and which chapters it
# suits. Before you run the two cells: which chapters of this course would make little sense with this text? Write down their
# numbers. Nobody grades a guess.

# %%
my_guess = ["…"]

# %%
print(preflight_summary(article))

# %%
suits = preflight(article)
for fits, because in zip(suits["suits"], suits["because"], strict=True):
    print("yes" if fits else "NO ", because)

# %% [markdown]
# (`"yes" if fits else "NO "` is a short form of `if`: the one or the other.)
#
# A *NO* forbids nothing. The chapter still runs. But some of its exercises find nothing to work on, or its numbers are too small
# to mean much. The limits, such as 150 words, are a judgment, like every threshold. You could argue for another.
#
# ### Exercise Preflight by hand
#
# To compare voices one wants speakers with enough words. How many speakers of the article have **150 quoted words or more**? The
# row `unknown`, if there is one, is not a speaker: nobody knows whose quotes these are. Put the number into `n_long`.

# %%
speakers = speaker_table(article.text)
speakers

# %%
n_long = ...
### BEGIN SOLUTION
known = speakers[speakers["speaker"] != "unknown"]
n_long = len(known[known["words"] >= 150])
### END SOLUTION
check("preflight_by_hand")

# %% [markdown]
# **Explain.** In two or three sentences: for which question does this text suit, and for which does it not?
#
# *A good answer names a question, not a chapter; leans on at least two numbers from the preflight; and says what kind of text or how
# much more of it the other question would need.*

# %% [markdown]
# *Your answer:*

# %% [markdown]
# ## The charts
#
# Here are the charts of the earlier chapters, all of one text. We need the tokens twice, as printed and in small letters, and the
# content words. (`content or tokens` takes all tokens if a text has no content words.)

# %%
printed = tokenize(article.text)
tokens = tokenize(article.text, lower=True)
content = [token for token in tokens if token not in STOPWORDS]
content_table = frequency_table(content or tokens)
side_by_side(
    plot_sentence_lengths(sentence_table(article.text)),
    plot_frequency(content_table, top=15, title="The most frequent content words"),
)

# %%
words = list(content_table["token"].head(6))
plot_dispersion(dispersion(tokens, words), n_tokens=len(tokens))

# %%
side_by_side(
    plot_quotes(quote_table(article.text, all_kinds=True), n_characters=len(article.text)),
    plot_speakers(speakers),
)

# %% [markdown]
# Look at them for a minute. Which of them shows something that you did not know from reading? That is where a claim may begin.
#
# ## Read the chart
#
# A chart can use true numbers and still mislead. We take two content words: the most frequent one, and the tenth (or the last one,
# if there are fewer).

# %%
top_words = list(content_table["token"].head(10))
big_word, small_word = top_words[0], top_words[-1]
big, small = tokens.count(big_word), tokens.count(small_word)
pair = pd.DataFrame({"word": [big_word, small_word], "count": [big, small]})
pair

# %% [markdown]
# Now two charts of this one table. Every chart has its axes in `ax`, and `set_xlim` says where the axis below the bars begins and
# where it ends. What will the change in the second chart do to your impression of the difference?

# %%
start = small * 3 / 4
print("The second axis begins at", start)
from_zero = plot_bars(pair, label="word", value="count", title="From 0")
cut = plot_bars(pair, label="word", value="count", title="Not from 0")
cut.ax.set_xlim(start, big * 1.1)
side_by_side(from_zero, cut)

# %% [markdown]
# An axis that does not begin at 0 is called a **truncated axis**. Our charts mark the 0 by a thin line on the left. In the second
# chart it is out of the picture: the only trace of what was cut off.
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
# `bar_axis` chooses an axis for bars of any `values`, none of them below 0: a list of two numbers, where the axis begins and where
# it ends. A bar that is twice as long should stand for a number that is twice as large. Fix it.


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
# - *What a truncated axis shows:* which bar is longer, and by how much, to a reader who reads the numbers at their ends.
# - *What it hides:* how large the difference is beside the numbers themselves. For *points* or a *line* an axis may begin elsewhere. For
#   *bars* it may not, since we compare their lengths.
# - *What a careless reader would conclude:* that the one word is several times as frequent as the other.
#
# The words below the chart did not change with the axis: open *In words* below both. They are made from the data.
#
# ## Say it in words
#
# Somebody who cannot see a picture has its **alt text**: a sentence or two that a screen reader speaks aloud. It is no decoration. If you
# cannot say what a chart shows, the chart shows nothing. A good alt text says what is drawn, and what one sees at a glance: above all
# the largest, with its number.
#
# Here are the five most frequent content words (or all, if there are fewer). Leave *In words* closed for now.

# %%
top_five = content_table.head(5)
plot_bars(top_five, label="token", value="count", title="The most frequent content words")

# %% [markdown]
# ### Exercise An alt text
#
# Write an alt text for this chart into `alt_text`: one sentence in quotation marks. It says what the bars are, and it names the longest
# one and its number, in digits. (Ties: name one of them.)

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
# Now open *In words* and compare. What does it say that you left out, and what do you say that it does not?
#
# ## Facts for a page
#
# You will write a page about your text. A page needs its facts side by side: for each word its count, and its rate, so that they can be
# compared with another text.
#
# ### Exercise A small report
#
# `facts` should give a list of three things: the word, its count in the tokens, and its rate in every 1,000 tokens. The rate is missing.


# %%
def facts(word, tokens):
    count = tokens.count(word)
    rate = ...
    ### BEGIN SOLUTION
    rate = count / len(tokens) * 1000
    ### END SOLUTION
    return [word, count, rate]


print(facts("rain", ["rain", "and", "more", "rain"]))
check("small_report")

# %% [markdown]
# A list of such lists makes a table; `columns` gives the columns their names.

# %%
pd.DataFrame([facts(word, tokens) for word in words], columns=["word", "count", "per_thousand"])

# %% [markdown]
# ## Evidence
#
# A count says how often. What the word *does* there, only its lines say. So **evidence** for a claim about a text has two parts: numbers,
# and lines that everybody can find and read. And it has a third part that is easily forgotten: the lines that speak against the claim.
#
# ### Exercise Two words at once
#
# These lines collect all lines of a concordance that have another word, the `clue`, to the left or to the right of `word`: all places
# where *ferry* comes with *old*, say. They are out of order, and one of them is not needed. Write the letters of the others in the right
# order into `order`. (The spaces at the beginning of a line count.)

# %%
lines = {
    "A": "        evidence.append(left + ' ' + word + ' ' + right)",
    "B": "for left, right in zip(table['left'], table['right'], strict=True):",
    "C": "    if clue in left.split() or clue in right.split():",
    "D": "evidence = []",
    "E": "    if clue in word:",
    "F": "table = kwic(tokens, word, window=6)",
}
order = ...
### BEGIN SOLUTION
order = "FDBCA"
### END SOLUTION
check("two_words")

# %% [markdown]
# ### Your word
#
# This is `show` from chapter [[words_in_context]]. It prints a concordance with the number of each line in front.


# %%
def show(table):
    columns = zip(table.index, table["left"], table["keyword"], table["right"], strict=True)
    for number, left, word, right in columns:
        print(str(number).rjust(3), left[-42:].rjust(42), " ", word, " ", right)


# %% [markdown]
# Choose a word for your claim and put it into `my_word`, in quotation marks: a word of the charts, a name, a phrase such as
# `"climate change"`. Until you do, it is the most frequent content word.

# %%
my_word = content_table["token"][0]
my_table = kwic(printed, my_word, window=8, ignore_case=True)
print(my_word, "has", len(my_table), "lines")
show(my_table)

# %% [markdown]
# ### Exercise A claim and its lines
#
# Read all lines. Then write a claim about how the article uses `my_word` into `my_claim`: one sentence in quotation marks, with the word
# and the number of its lines in digits. Put the numbers of the lines that support it best into the list `my_lines`, such as
# `[0, 3]`: two or more (one, if there is only one).
#
# The check looks at the form alone. Whether the lines support the claim is for a reader to judge.

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
# **Explain.** In two or three sentences: which line speaks most against your claim, and what do you do with it?
#
# *A good answer quotes the line (or says how it looked for one and found none), and then changes the claim, narrows it, or gives a reason
# from the text why the line does not count.*

# %% [markdown]
# *Your answer:*

# %% [markdown]
# ## Exit
#
# Now write your page, in the cell below. It has five parts, each a few lines long:
#
# 1. **The text:** what it is, where it is from, how many tokens, and what you took out of it.
# 2. **The claim:** one sentence that somebody could contradict.
# 3. **The numbers:** counts and rates, and how they were counted (small letters? stopwords? a minimum count?).
# 4. **The lines:** two or three lines of a concordance, copied, and one that speaks against you.
# 5. **The limits:** what a single text cannot show, and how you would go on.
#
# *A good page makes a claim that its evidence carries and no more; every number can be computed again from what it says; a chart, if there
# is one, begins at 0 and has an alt text; and the line against the claim is there.*
#
# Put it into the case file, in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Give your page to a neighbor without part 3, and let them find the numbers from your text. Do you agree? If not, where is the choice that
# you forgot to write down?
#
# Or look for a chart in today's news whose axis does not begin at 0. How many times as long does its longest bar look as its shortest one,
# and how many times as large is it? Here is a start: two numbers that a headline might call a landslide.

# %%
votes = [51.2, 48.8]
print("is:", votes[0] / votes[1], "times as large")
print("looks:", (votes[0] - 48) / (votes[1] - 48), "times as long, if the axis begins at 48")
