# %% [markdown]
# # Who said it?
#
# | | |
# |---|---|
# | **You will be able to** | say who is quoted and how much, how a tool decides it, and where it errs |
# | **Time** | 60 minutes |
# | **You need first** | quotes |
# | **New words** | speaker, attribution, cue, mention, resolve, rule, confidence |
#
# Run this cell first. It loads the article and lists its speech, as in chapter [[quotes]].

# %%
from collections import Counter

import pandas as pd

from textkit import evaluate, explain_quote, load_article, quote_table, speaker_table
from textkit.charts import plot_speakers
from textkit.course import begin, explore_quotes, keep
from textkit.views import show_quotes

check, hint, progress = begin("who_said_it", globals())
article = load_article()
quotes = quote_table(article.text)
print(len(quotes), "quotes")

# %% [markdown]
# ## Recall
#
# ### Exercise Precision or recall?
#
# By your reading an article has 10 quotes. A tool lists 8, and 6 of these are among your 10. What is its precision?
#
# - **a** 6 / 10
# - **b** 6 / 8
# - **c** 8 / 10
# - **d** 6 / 18

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("precision_or_recall")

# %% [markdown]
# ### Exercise Pick the rows
#
# Which of these gives the rows of the table `quotes` that hold whole sentences?
#
# - **a** `quotes["kind"] == "full"`
# - **b** `quotes["full"]`
# - **c** `quotes[quotes["kind"] == "full"]`

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("pick_rows")

# %% [markdown]
# ## How a text says who speaks
#
# To say whose words a quote holds is its **attribution**. A text gives four things to go by, and often not all of
# them: a verb such as *said*, the **cue**; a name, a pronoun or a description beside it, the **mention**; a
# paragraph that goes on where the last one stopped; or nothing at all. Who is meant by the mention is a question of
# its own: to **resolve** *she* is to find her name.
#
# Here is a made-up text. Before you run the cell, say for each of its five quotes who speaks, and how you know.

# %%
small = """Mayor Ann Lee opened the meeting. “We begin,” she said. “Take your seats.”
A spokesman for the ferry called the plan “a gift to the bridge builders.”
On the door somebody had left a note. “Back at two.”
“We will see,” said the mayor."""
quote_table(small)[["speaker", "mention", "cue", "rule", "confidence", "text"]]

# %% [markdown]
# The column `speaker` has the resolved name, or a description if the text gives no name. Where the tool found
# nobody, it is empty (shown as `None` or `NaN`). Whose words are the note on the door, and what does the tool say?
# The column **rule** names the strongest piece of evidence, so that you can ask "why her?".
#
# Not all evidence is equally good. A verb such as *said* beside a name settles the matter; that a quote stands below
# somebody's other quote is a hint. The tool adds up what speaks for and against everybody near the quote, nobody
# included, and the column **confidence** says how probable its answer is: of the quotes at 0.9, about nine in ten are
# right. A speaker at 0.5 stands in the same table as everyone else. This is all that was weighed for the note:

# %%
explain_quote(small, 4)

# %% [markdown]
# A positive weight speaks for the candidate, a negative one against. Who else might have been chosen?
#
# ## Whom does it mean?
#
# *He*, *she* and *they* are short for somebody the text has named before. `isin` picks the rows whose value is in a
# list, so here are the article's quotes with a pronoun as their mention. The speakers are left out: that is for you.

# %%
pronouns = ["he", "He", "she", "She", "they", "They"]
with_pronoun = quotes[quotes["mention"].isin(pronouns) & quotes["speaker"].notna()]
with_pronoun[["quote", "kind", "mention", "cue", "rule", "text"]].head()

# %% [markdown]
# (`notna()` leaves out rows where the tool itself gave up, and `&` means that both conditions must hold.) This is
# the one that the tool is surest of, with the text before it. If there is none, the cell prints nothing.

# %%
drawn = with_pronoun.sort_values("confidence", ascending=False, kind="stable").head(1)
for start, end in zip(drawn["start"], drawn["end"], strict=True):
    print(article.text[max(0, start - 600) : end + 60])

# %% [markdown]
# ### Exercise Whom does the pronoun mean?
#
# Whom does the pronoun beside that quote mean? Put the name into `name`, in quotation marks.

# %%
name = ...
### BEGIN SOLUTION
name = "".join(drawn["speaker"])  # the text is the better place to look
### END SOLUTION
check("pronoun")

# %% [markdown]
# ## Strong and weak evidence
#
# Which rules decided, and how often? `fillna` puts a text where a value is missing.

# %%
rules = list(quotes["rule"].fillna("no rule"))
Counter(rules)

# %% [markdown]
# The name of a rule does not say how sure the answer is. The column `confidence` does.
#
# ### Exercise How many are unsure?
#
# How many quotes of the article have a confidence below 0.9? Put the number into `n_unsure`.

# %%
confidence = list(quotes["confidence"])
n_unsure = ...
### BEGIN SOLUTION
n_unsure = len([value for value in confidence if value < 0.9])
### END SOLUTION
check("unsure")

# %% [markdown]
# ## Counting without losing anybody
#
# Tables count quickly. `value_counts` counts the values of a column. Here it counts the speakers of another made-up
# text:

# %%
note = """“Back at two.” There was a note on the door, without a name.
“We will see,” said Ann Lee. “Two is a long time.”
“I am sorry,” said Bo Fox."""
note_table = quote_table(note)
print(len(note_table), "quotes")
note_table["speaker"].value_counts()

# %% [markdown]
# Add up the counts. If the sum is below the number of quotes, whose are missing?
#
# ### Exercise Find the bug
#
# `count_by_speaker` should count *all* quotes of a table, those without a speaker under the name `"unknown"`. It
# leaves them out in silence. Fix it. You have seen what puts a text where a value is missing.


# %%
def count_by_speaker(table):
    return table["speaker"].value_counts()


### BEGIN SOLUTION
def count_by_speaker(table):
    return table["speaker"].fillna("unknown").value_counts()


### END SOLUTION
print(count_by_speaker(note_table))
check("count_by_speaker")

# %% [markdown]
# This is one of the most common mistakes with tables. Missing values disappear, no warning comes, and every share is
# computed from too small a whole. So reconcile the totals: the parts must add up to the whole.
#
# ### Exercise Do the totals agree?
#
# How many quotes of the article have a speaker, and how many have none? Put the numbers into `known` and `unknown`.
# `notna()` and its opposite `isna()` say `True` or `False` for each row, and `sum` counts each `True` as 1.

# %%
known = ...
unknown = ...
### BEGIN SOLUTION
known = sum(quotes["speaker"].notna())
unknown = sum(quotes["speaker"].isna())
### END SOLUTION
check("totals")

# %% [markdown]
# ## Who has the word?
#
# `speaker_table` counts for us and keeps the unknown ones in a row of their own, the last. Here are the names and
# their quotes:

# %%
speakers = speaker_table(article.text)
speakers[["speaker", "quotes"]]

# %% [markdown]
# A quote can be one word or fifty. We follow the speaker in the first row (`top`). Will the share of the quoted
# *words* be larger for `top` than the share of the *quotes*, smaller, or the same? Think of the quotes you have
# read: are they long or short? Write down your guess.

# %%
my_guess = "larger, smaller or the same?"
top = "nobody"
if len(speakers) > 0:
    top = speakers["speaker"][0]
by_top = quotes[quotes["speaker"].fillna("unknown") == top]
print(top, "has", len(by_top), "quotes")

# %% [markdown]
# ### Exercise Quotes or words
#
# What share of all `quotes` belongs to `top`, and what share of all quoted words? Put the two numbers, between 0 and
# 1, into `quote_share` and `word_share`. The rows of `top` are in `by_top`, and both tables have the column `words`.

# %%
quote_share = ...
word_share = ...
### BEGIN SOLUTION
quote_share = len(by_top) / max(1, len(quotes))  # max: an article without quotes divides by 1
word_share = sum(by_top["words"]) / max(1, sum(quotes["words"]))
### END SOLUTION
check("quotes_or_words")

# %% [markdown]
# ## Read the chart
#
# `speaker_table` has both shares for everybody, and the length of the longest quote. Who has more words than the
# number of quotes would suggest, and who has fewer? Look for a short bar on the left with a long one on the right.

# %%
speakers

# %%
plot_speakers(speakers)

# %% [markdown]
# - *What it shows:* how many quotes each speaker has, and how many quoted words, side by side. Each side has a scale of its
#   own.
# - *What it hides:* what is reported without marks; where the quotes stand; whether they are praised or contradicted; and
#   which of the names are unsure.
# - *What a careless reader would conclude:* that who has the longest bar is right, or most important, or that the reporter
#   takes that side.
#
# Behind every bar there are words. Run the next cell, choose a speaker, and read what the bar is made of.

# %%
explore_quotes(article.text)

# %% [markdown]
# ## You against the tool
#
# The tool is fallible here, too. It reads no sense; it follows rules, and a person with the wrong name beside the
# verb will get the quote. How often is it wrong? Again your own reading is the measure. Here are the first five
# quotes (or all, if there are fewer), each with the text around it, but without names.

# %%
first_five = quotes.head(5)
for number, start, end in zip(first_five["quote"], first_five["start"], first_five["end"], strict=True):
    around = article.text[max(0, start - 200) : end + 80]
    print(number, "…", " ".join(around.split()), "…")
    print()

# %% [markdown]
# ### Exercise Your own speakers
#
# Who speaks? Put a name for each, in their order, into the list `my_speakers`, such as `["Ann Lee", None, "Bo
# Fox"]`. Write full names where the article has them, and `None` (without quotation marks) where nobody can be told.
# There is no key; what counts is what you read.

# %%
my_speakers = ...
### BEGIN SOLUTION
# The tool's own names, to have something to run on: a reader's list may differ.
my_speakers = list(first_five["speaker"])
### END SOLUTION
check("own_speakers")

# %% [markdown]
# `evaluate` compares two tables: what was found, and the labels by hand. Its first row asks whether the *stretch* is
# the same (here it always is, since you labeled the tool's own stretches), the second whether stretch *and speaker*
# are. To it *Lee* and *Ann Lee* are two names. `f1` puts precision and recall into one number, near the lower of the
# two. (`pd.Series` makes a column of a list.) The table means something once exercise [[own_speakers]] is right.

# %%
by_hand = first_five[["start", "end"]].copy()
by_hand["speaker"] = pd.Series(my_speakers)
evaluate(first_five, by_hand)

# %% [markdown]
# ## Why him? Why her?
#
# Now the whole article, with the speaker of each quote and its number in the table. Read it with a pencil, and read
# those with a probability beside the name twice.

# %%
show_quotes(article.text, all_kinds=False)

# %%
quotes[["quote", "speaker", "mention", "rule", "confidence", "text"]]

# %% [markdown]
# ### Exercise Where the tool errs
#
# Which quotes have a speaker that you would not sign, or none where a reader can tell? Put their numbers, from the
# column `quote`, into the list `doubts`. If you agree with all of them, it is the empty list, `[]`.

# %%
doubts = ...
### BEGIN SOLUTION
doubts = list(quotes[quotes["speaker"].isna()]["quote"])  # at least those with no name deserve another look
### END SOLUTION
check("tool_errors")

# %% [markdown]
# **Explain.** Take one of your doubts. If you have none, take the quote where you had to read longest. In two or three
# sentences: whom does the tool name, by which rule, whom do you name, and what in the text decides it?
#
# *A good answer gives the number of the quote, names the rule and what it looked at, points to the words that a reader uses
# and a rule cannot, and says whether the mistake would change the chart.*

# %% [markdown]
# *Your answer:*

# %% [markdown]
# ## Exit
#
# Write one claim about who gets to speak in the article, with its numbers, and say what the claim rests on. For
# example: "… has …% of the quotes but …% of the quoted words; … of the … attributions are below 0.9, and I checked …".
#
# Put it into the case file, in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Change one small thing at a time in this text, and predict before each run what happens to the speaker: swap the
# two names, turn *said* into *sighed*, put another sentence before the second quote, leave out the last verb. Which
# change fools the tool, and would it fool a reader?

# %%
my_text = """Ann Lee met Bo Fox at the harbor. “It will rain,” she said. “It always does,” he said."""
quote_table(my_text)[["speaker", "mention", "cue", "rule", "confidence", "text"]]
