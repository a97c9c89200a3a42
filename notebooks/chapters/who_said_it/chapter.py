# %% [markdown]
# # Who said it?
#
# | | |
# |---|---|
# | **You will be able to** | say who is quoted and how much, how a tool decides it, and where it errs |
# | **Time** | 60 minutes |
# | **You need first** | quotes |
# | **New words** | speaker, attribution, cue, mention, resolve, rule, confidence |
# | **New Python** | `.fillna()` · `.value_counts()` |
#
# Run this cell first. It loads the article and the **invented** debate of chapter [[words_in_company]], lists their quotes, and
# draws those that you will read closely.

# %%
from textkit import explain_quote, load_article, quote_table, speaker_table
from textkit.charts import plot_speakers
from textkit.course import begin, draw_quotes, explore_quotes, keep
from textkit.views import show_quotes

check, hint, progress = begin("who_said_it", globals())
article = load_article()
debate = load_article("seeds/tarrowmere_debate.txt")
quotes, debate_quotes = quote_table(article.text), quote_table(debate.text)
five = draw_quotes(article, debate)
pronouns = ["he", "He", "she", "She", "they", "They"]
with_pronoun = quotes[quotes["mention"].isin(pronouns) & quotes["speaker"].notna()]
doubtful = debate_quotes["confidence"].argmin() + 1
drawn = with_pronoun.sort_values("confidence", ascending=False, kind="stable").head(1)
print(len(quotes), "quotes in the article,", len(debate_quotes), "in the debate")

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
# ## How a text says who speaks
#
# To say whose words a quote holds is its **attribution**. A text gives four things to go by, and often not all of
# them: a verb such as *said*, the **cue**; a name, a pronoun or a description beside it, the **mention**; a
# paragraph that goes on where the last one stopped; or nothing at all. Who is meant by the mention is another
# question: to **resolve** *she* is to find her name.
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
# nobody, it is empty (shown as `None` or `NaN`). The column **rule** names the strongest piece of evidence, and the
# column **confidence** says how probable the answer is by the tool's own account: of the quotes at 0.9, about nine in
# ten are right. Whose words are the note on the door, and what does the tool say?
#
# ## Why him? Why her?
#
# The tool adds up what speaks for and against everybody near the quote, and *nobody* is one of the candidates. This is
# all that it weighed for the note:

# %%
explain_quote(small, 4)

# %% [markdown]
# A positive weight speaks for the candidate, a negative one against, and the highest `total` wins. Here all are negative: the
# tool takes the least unlikely. To see what a piece of evidence does, take it away: `without` has a list of names from the
# column `evidence`. The next cell takes away what speaks against the spokesman. Predict what happens to his probability.

# %%
weighed = explain_quote(small, 4)
explain_quote(small, 4, without=[weighed["evidence"][0]])

# %% [markdown]
# Now the debate. This is the quote of which the tool is least sure, a line on a leaflet:

# %%
print(doubtful, debate_quotes["text"][doubtful - 1])
explain_quote(debate.text, doubtful)

# %% [markdown]
# ### Exercise Take it away
#
# Which piece of evidence does the answer hang on? Put its name, copied from the column `evidence`, into the list `taken`,
# so that `explain_quote(debate.text, doubtful, without=taken)` chooses *somebody else*, or nobody. Try several.

# %%
taken = [...]
### BEGIN SOLUTION
weighed = explain_quote(debate.text, doubtful)
against_nobody = weighed[(weighed["candidate"] == "nobody") & (weighed["weight"] < 0)]
taken = list(against_nobody["evidence"])[:1]
### END SOLUTION
check("take_away")

# %% [markdown]
# ## Whom does it mean?
#
# *He*, *she* and *they* are short for somebody the text has named before. Here is a quote of the article with a pronoun
# as its mention, and the text before it. (If there is none, the cell prints nothing.)

# %%
for start, end in zip(drawn["start"], drawn["end"], strict=True):
    print(article.text[max(0, start - 600) : end + 60])

# %% [markdown]
# ### Exercise Whom does the pronoun mean?
#
# Whom does the pronoun beside the last quote mean? Put the name into `name`, in quotation marks.

# %%
name = ...
### BEGIN SOLUTION
name = "".join(drawn["speaker"])  # the text is the better place to look
### END SOLUTION
check("pronoun")

# %% [markdown]
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
# Tables count quickly: `value_counts` counts the values of a column. Here are the speakers of another made-up text.
# `fillna` puts a text where a value is missing:

# %%
note = """“Back at two.” There was a note on the door, without a name.
“We will see,” said Ann Lee. “Two is a long time.”
“I am sorry,” said Bo Fox."""
note_table = quote_table(note)
print(list(note_table["speaker"].fillna("no name")))
note_table["speaker"].value_counts()

# %% [markdown]
# Add up the counts. Whose quotes are missing?
#
# ### Exercise Find the bug
#
# `count_by_speaker` should count *all* quotes of a table, those without a speaker under the name `"unknown"`. It
# leaves them out in silence. Fix it.


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
# A common mistake: missing values disappear without a warning, and every share is computed from too small a whole.
#
# ## Who gets to speak?
#
# `speaker_table` keeps the unknown ones in a row of their own, the last. We follow the speaker in the first row (`top`).
# Will the share of the quoted *words* be larger for `top` than the share of the *quotes*, smaller, or the same? Write down
# your guess.

# %%
my_guess = "larger, smaller or the same?"
speakers = speaker_table(article.text)
top = "nobody"
if len(speakers) > 0:
    top = speakers["speaker"][0]
by_top = quotes[quotes["speaker"].fillna("unknown") == top]
speakers[["speaker", "quotes"]]

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
# Who has more words than the number of quotes would suggest? Look for a short bar on the left with a long one on the right.

# %%
plot_speakers(speakers)

# %% [markdown]
# - *What it shows:* how many quotes each speaker has, and how many quoted words, side by side. Each side has a scale of its
#   own.
# - *What it hides:* what is reported without marks; where the quotes are; whether they are praised or contradicted; and
#   which of the names are unsure.
# - *What a careless reader would conclude:* that whoever has the longest bar is right, or most important, or that the reporter
#   takes that side.
#
# Behind every bar there are words. Choose a speaker, and read them.

# %%
explore_quotes(article.text)

# %% [markdown]
# ## You against the tool
#
# The tool doesn't understand a word of this; it weighs evidence. So it can be sure and wrong. In the debate a baker asks
# Dale Pruett a question. Read the passage, then the names, then the confidence:

# %%
print(debate.text.split("Taxes")[1][:269])
debate_quotes[["quote", "speaker", "mention", "confidence", "text"]][39:42]

# %% [markdown]
# And in the article? Your own reading is the measure. Here are five quotes, each between `>>` and `<<`. Those of which the
# tool is least sure are among them; if it is sure of all, one comes from the debate.

# %%
for source, number, around in zip(five["source"], five["quote"], five["around"], strict=True):
    print(source, "quote", number, "…", around, "…")
    print()

# %% [markdown]
# ### Exercise Your own speakers
#
# Who speaks? Put a name for each, in their order, into the list `my_speakers`, such as `["Ann Lee", None, "Bo
# Fox"]`. Write full names where the text has them, and `None` (without quotation marks) where nobody can be told.

# %%
my_speakers = ...
### BEGIN SOLUTION
# The tool's own names, to have something to run on: a reader's list may differ.
my_speakers = list(five["speaker"])
### END SOLUTION
check("own_speakers")

# %% [markdown]
# Now the whole article, with the speaker of each quote and its number. Where the tool is not certain, a probability
# is beside the name. To ask why, run `explain_quote(article.text, 1)` with the number of the quote.

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
# ### Exercise Which answer is better?
#
# Two students were asked: *In the debate, Nell Foss asks Dale Pruett about something he once said. “I was young on that bridge myself.”
# Whose words are these, and what does the tool say?* The rubric: *names the quote and the tool's answer, says what the tool looked at and
# which words a reader uses, and whether it would change the chart.* Which answer is better by it?
#
# - **a** The tool says Nell Foss, at a high confidence, but it is obviously Dale Pruett. A program does not understand what it reads, so
#   its chart of speakers cannot be trusted.
# - **b** Quote 42. The tool says Nell Foss: it took *he* beside the quote before for her, the person named last. But she had asked *him*,
#   so it is Dale Pruett. One more beside his 26: his bar would hardly change.

# %%
better = ...
### BEGIN SOLUTION
better = "b"
### END SOLUTION
check("better_doubt")

# %% [markdown]
# **Explain.** Take one of your doubts. If you have none, take the quote where you had to read longest. In two or three
# sentences: whom does the tool name, by which rule, whom do you name, and what in the text decides it?
#
# *A good answer gives the number of the quote, names the rule and what it looked at, points to the words that a reader uses
# and a rule cannot, and says whether the mistake would change the chart.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: Quote 7, “Our reaction will be devastating …”. The tool names Mark Rutte with some doubt, since no verb and no name is
# beside the quote; its rule is that the paragraph before it ends with his words. I name him, too: no other speaker comes in between, and
# *our reaction* takes up *the full force of this fierce alliance*. So the chart stays as it is.
# ### END SOLUTION

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
# two names, turn *said* into *sighed*, leave out the last verb. Which change fools the tool, and would it fool a reader?

# %%
my_text = """Ann Lee met Bo Fox at the harbor. “It will rain,” she said. “It always does,” he said."""
quote_table(my_text)[["speaker", "mention", "cue", "rule", "confidence", "text"]]
