# %% [markdown]
# # Quotes
#
# | | |
# |---|---|
# | **You will be able to** | find and count the quotes of an article, and measure a tool against your own reading |
# | **Time** | 60 minutes |
# | **You need first** | words_in_context |
# | **New words** | straight and curly marks, stretch, partial quote, scare quote, agreement, kappa, precision, recall |
# | **New Python** | `zip()` · `not` |
#
# Run this cell first. It loads the article and the **invented** debate of chapter [[words_in_company]].

# %%
from textkit import kappa, load_article, quote_table, tokenize
from textkit.charts import plot_quotes
from textkit.course import begin, draw_stretches, keep, label_stretches
from textkit.views import show_quotes

check, hint, progress = begin("quotes", globals())
article = load_article()
debate = load_article("seeds/tarrowmere_debate.txt")
tokens = tokenize(article.text)
print(len(tokens), "tokens")

# %% [markdown]
# ## Recall
#
# ### Exercise What becomes of the marks?
#
# You run `tokenize("“No,” she said.")` with no options. What becomes of the quotation marks?
#
# - **a** They stick to the word: the first token is `“No,”`.
# - **b** They are tokens of their own.
# - **c** They are left out: the tokens are `No`, `she`, `said`.

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("marks_lost")

# %% [markdown]
# ## Marks
#
# An article has the reporter's voice and those of the people who are quoted. Only a few small marks keep them apart. How many
# does `.count('"')` find in the sentence below? Write down a number, then run the cell. Nobody grades it.

# %%
my_guess = "…"
sample = "“No,” she said."
print(sample.count('"'), "in the sentence")
for mark in '"“”«»„':
    print(mark, article.text.count(mark), "in the article")

# %% [markdown]
# To Python they are different characters. A **straight** mark, `"`, looks the same on both sides. **Curly** marks have
# a direction: `“` opens and `”` closes.
#
# ### Exercise Find the bug
#
# `count_marks` should count all double marks of a text: straight ones and both kinds of curly ones. It finds none in a
# text with curly marks. Fix it.


# %%
def count_marks(text):
    return text.count('"')


### BEGIN SOLUTION
def count_marks(text):
    return text.count('"') + text.count("“") + text.count("”")


### END SOLUTION
print(count_marks(article.text), "marks in the article?")
check("count_marks")

# %% [markdown]
# ## Between the marks
#
# A straight mark doesn't show whether it opens or closes. But a program can take turns. `split('"')` cuts a text at every
# straight mark: the first piece is outside a quote, the second inside, the third outside again. To take turns, a name
# holds `True` or `False`, and `not` turns one into the other:

# %%
turns = 'He said "yes" and "no" at once.'
print(turns.split('"'))
inside = False
inside = not inside
print(inside)

# %% [markdown]
# ### Exercise A small quote finder
#
# These lines collect what is between straight marks in the list `quotes`. They are out of order, and one is not
# needed. Write the letters of the others in the right order into `order`. (Indents count.)

# %%
lines = {
    "A": "        quotes.append(piece)",
    "B": "quotes = []",
    "C": "    inside = not inside",
    "D": "    if inside:",
    "E": "inside = False",
    "F": "    inside = True",
    "G": "for piece in text.split('\"'):",
}
order = ...
### BEGIN SOLUTION
order = "BEGDAC"
### END SOLUTION
check("quote_finder")

# %% [markdown]
# Six lines, and they work as long as no mark is missing. After a missing one, inside and outside change places, down to
# the end. `quote_table` is more careful: it looks at one paragraph at a time, pairs marks of all kinds, and knows that an
# apostrophe is not a mark. It lists every **stretch** between marks:

# %%
small = "“No,” she said.\nHe called the plan “brave” and ‘too late’."
quote_table(small, all_kinds=True)[["quote", "kind", "words", "text"]]

# %% [markdown]
# ### Exercise The mark that is missing
#
# Below, the first quote is never closed. Where will `quote_table` let it end? Answer before you run the next cell.
#
# - **a** After `noon,` where the captain stops speaking.
# - **b** At the end of its paragraph.
# - **c** At the end of the text.
# - **d** Nowhere: without a closing mark it is no quote.

# %%
unclosed = "“The boat leaves at noon, said the captain.\nIt left at one.\n“Early,” he said."
prediction = ...
### BEGIN SOLUTION
prediction = "b"
### END SOLUTION
check("missing_mark")

# %%
quote_table(unclosed, all_kinds=True)[["kind", "text"]]

# %% [markdown]
# ## First you, then the tool
#
# Not everything between marks is speech. By **speech** we mean words that the text reports somebody to have said or
# written. The title of a book is not speech, nor is a heading, which is the newspaper's voice even when it borrows a word.
# Nor is a **scare quote**: a word that the writer holds at arm's length, as in *the "expert"*.
#
# Here are ten, each between `>>` and `<<`: speech, other things and doubtful cases. They come from the article if a second reader
# has labeled it, otherwise from the debate. In each round `zip` takes the next value of both columns; `strict=True` makes sure that
# they are equally long.

# %%
stretches = draw_stretches(article, debate)
print("from", stretches["source"][0])
for number, around in zip(stretches["quote"], stretches["around"], strict=True):
    print(number, "…", around, "…")

# %% [markdown]
# Label them by buttons (mouse, or Tab and space bar), or type the list below.

# %%
board = label_stretches(stretches)
board

# %% [markdown]
# ### Exercise Label ten by hand
#
# Is it speech? Put `True` or `False` for each, in their order, into the list `labels`, such as `[True, False, True]`. After the
# buttons that is `labels = board.labels`. Some are hard. Decide, and remember why: your labels will be the measure of the tool.

# %%
labels = ...
### BEGIN SOLUTION
# A strict reader's labels: at least three words, and no heading or title. Yours may differ.
labels = [
    kind in ["full", "partial"] and words > 2
    for kind, words in zip(stretches["kind"], stretches["words"], strict=True)
]
### END SOLUTION
check("label_quotes")

# %% [markdown]
# ## Two readers
#
# Before you measure a tool against a reader, ask how far *readers* agree. **Agreement** is the share of stretches to which
# both give the same label. In a made-up example with six:

# %%
mine = [True, True, True, True, False, False]
hers = [True, True, True, False, True, False]
print(round(sum([one == other for one, other in zip(mine, hers, strict=True)]) / 6, 2))

# %% [markdown]
# But two people who never looked at the text would agree now and then, too. **Kappa** (Cohen, 1960) takes that away:
#
# $$\kappa = \frac{\text{agreement} - \text{expected}}{1 - \text{expected}}$$
#
# Both say *speech* 4 times in 6. By chance both would say so in 4/6 × 4/6 of all cases, and both *not* in 2/6 × 2/6: 0.56
# together. So kappa is (0.67 − 0.56) / (1 − 0.56) = 0.25. It is 1 where two always agree, and 0 where they agree no more
# than by chance.
#
# ### Exercise You and the second reader
#
# `second` has another reader's labels for your ten stretches. How large is your agreement, and how large is kappa? The
# function `kappa(labels, second)` computes it.

# %%
second = list(stretches["second_reader"])
agreement = ...
beyond_chance = ...
### BEGIN SOLUTION
same_label = sum([one == other for one, other in zip(labels, second, strict=True)])
agreement = same_label / len(labels)
beyond_chance = kappa(labels, second)
### END SOLUTION
check("two_readers")

# %% [markdown]
# ## How good is the tool?
#
# The tool tells five kinds apart. Two are speech: **full** (whole sentences) and **partial** (words woven into the
# reporter's sentence). Three are not: **title**, **heading** and **scare**. We ask two questions.
#
# - **Precision:** of all that the *tool* calls speech, what share is speech to the reader?
# - **Recall:** of all that is speech to the *reader*, what share does the tool call speech?
#
# Both have the same number on top: the stretches that both call speech. Here the reader is the second one. `and` is true if
# both sides are.

# %%
tool_labels = [kind in ["full", "partial"] for kind in stretches["kind"]]
both = sum([one and other for one, other in zip(second, tool_labels, strict=True)])
print("speech to both:", both, "  to the tool:", sum(tool_labels), "  to the reader:", sum(second))
print("precision:", round(both / sum(tool_labels), 2), "  recall:", round(both / sum(second), 2))

# %% [markdown]
# Neither number is enough. A tool that calls everything speech has a recall of 1, one that takes only the clearest case a
# precision of 1.
#
# ### Exercise Precision and recall
#
# Measure the tool against yourself: compute `precision` and `recall` from `labels` (yours) and `tool_labels`.

# %%
precision = ...
recall = ...
### BEGIN SOLUTION
both = sum([one and other for one, other in zip(labels, tool_labels, strict=True)])
precision = both / sum(tool_labels)
recall = both / sum(labels)
### END SOLUTION
check("precision_and_recall")

# %% [markdown]
# Mind what these numbers rest on: ten stretches and one reader. Other labels give other numbers.
#
# ## How much of the article is quoted?
#
# Without `all_kinds=True`, `quote_table` lists speech alone. Its column `words` says how many tokens each quote has.
#
# ### Exercise The share of quoted words
#
# What share of all `tokens` of the article is quoted speech? Put the number, between 0 and 1, into `quoted_share`.

# %%
found = quote_table(article.text, all_kinds=True)
speech = quote_table(article.text)
quoted_share = ...
### BEGIN SOLUTION
quoted_share = sum(speech["words"]) / len(tokens)
### END SOLUTION
check("quoted_share")

# %% [markdown]
# ## Read the chart
#
# Where in the article are the quotes? Before you run the cell: do you expect whole sentences early, late, or all over?

# %%
plot_quotes(found, n_characters=len(article.text))

# %%
show_quotes(article.text)

# %% [markdown]
# - *What it shows:* where the stretches between marks are, how long they are, and which kind the tool takes them for.
# - *What it hides:* who speaks; what is reported without any marks (*she said that she would go*); and that every kind is
#   the tool's opinion.
# - *What a careless reader would conclude:* that a part without bars has nothing from sources in it, or that more
#   quotes make an article more reliable.
#
# ### Exercise Which answer is better?
#
# Two students were asked: *Find a stretch of the debate whose kind you would not sign. What does the tool say, what do you say, and what
# in the text misled it?* The rubric: *the stretch by its number, both opinions, words or marks that one can see in the text, and where
# readers may differ.* Which answer is better by it?
#
# - **a** Number 60, “More for less”: a full quote to the tool, since *promised* comes right after it. To me it is a slogan: it is printed
#   on a leaflet, and nobody says it. Others may call it the writer's words.
# - **b** The tool makes mistakes with single words. They are often scare quotes, and a person sees that at once. So its number of quotes
#   is too high, and its share of quoted words as well.

# %%
better = ...
### BEGIN SOLUTION
better = "a"
### END SOLUTION
check("better_stretch")

# %% [markdown]
# **Explain.** Find a stretch of the article whose kind you would not sign. If you agree with all of them, take the one that was
# hardest for you. In two or three sentences: what does the tool say, what do you say, and what in the text misled it, or
# could have?
#
# *A good answer names the stretch by its number, gives both opinions, points to words or marks that one can see in the
# text, and admits where readers may differ.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: Number 20, “There is no alternative to NATO”. A heading, says the tool: a short line of its own without a full stop. I call it
# speech. It is between double marks, and two paragraphs later Rutte says these very words. Anyone who holds that a heading is always the
# newspaper's voice will side with the tool.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Write one claim about the quotes of the article with its numbers, and say how far you trust the tool that counted
# them. For example: "…% of the article is quoted speech; on ten stretches the tool had a precision of … by my labels, and
# my kappa with the second reader was …".
#
# Put it into the case file, in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Try to fool the tool: write a paragraph in which it takes a title for speech, or speech for a scare quote.

# %%
my_text = """Everybody had read “The Long Night” by then. It was, he found, a “masterpiece”."""
quote_table(my_text, all_kinds=True)[["kind", "text"]]
