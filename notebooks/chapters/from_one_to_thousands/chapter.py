# %% [markdown]
# # From one article to thousands
#
# | | |
# |---|---|
# | **You will be able to** | count over many articles, say what sets one apart from the others, and put your work into a script |
# | **Time** | 60 minutes |
# | **You need first** | who_said_it, comparing_voices |
# | **New words** | corpus, document, document frequency, TF-IDF, merge, script, command line |
# | **New Python** | `.update()` · `.TemporaryDirectory()` `.cleanup()` · `.run()` · `.isin()` `~` |
#
# Run this cell first. It loads the article, and with it twelve short news stories of a town. The town is called Tarrowmere, and **it is
# invented**, with everybody who lives there.

# %%
import subprocess
import sys
import tempfile
from collections import Counter
from math import log2

from textkit import (
    STOPWORDS,
    Document,
    corpus_frequency,
    corpus_speakers,
    load_article,
    read_corpus,
    tokenize,
)
from textkit.charts import plot_bars, side_by_side
from textkit.course import begin, keep

check, hint, progress = begin("from_one_to_thousands", globals())
article = load_article()
documents = list(read_corpus("seeds/town_news"))
documents.append(Document("the article", article.text))
print(len(documents), "documents")

# %% [markdown]
# ## Recall
#
# ### Exercise How often in a set?
#
# A story has the word *flood* in it six times. How often is *flood* in `set(tokenize(story, lower=True))`?
#
# - **a** Six times, as in the story.
# - **b** Once.
# - **c** Not at all: a set has no order, so it has no words.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("in_a_set")

# %% [markdown]
# ### Exercise A log ratio of 2
#
# In a table of keyness a word has a log ratio of 2. What does that say?
#
# - **a** Its rate in the target is two times its rate in the reference.
# - **b** Its rate in the target is four times its rate in the reference.
# - **c** It comes up twice more in the target than in the reference.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("log_ratio")

# %% [markdown]
# ## A corpus is many documents
#
# A collection of texts is a **corpus**, and each text in it is a **document**: here a pair of a name and a text. The article is the last.

# %%
for name, text in documents:
    print(len(tokenize(text)), name)

# %% [markdown]
# Everything that you know works here, too. A loop does not care whether it goes round 13 times or 13,000 times.
#
# ## Often, or everywhere?
#
# In a corpus a word has two numbers: its count over all documents, and its **document frequency**, the number of documents that it is in.
#
# ### Exercise Count and documents
#
# What are the count and the document frequency of *rain* in this tiny corpus? Write both down before you run the cell after it.

# %%
tiny = [
    ("Monday", "Rain and rain and rain"),
    ("Tuesday", "Sun and rain"),
    ("Wednesday", "Sun and fog"),
]
my_count = ...
my_documents = ...
### BEGIN SOLUTION
my_count = 4
my_documents = 2
### END SOLUTION
check("count_and_documents")

# %%
corpus_frequency(tiny, lower=True)

# %% [markdown]
# Look at *and* and *rain*: the same count, and yet one is there every day and the other not. A word can be frequent because it is
# everywhere, or because one day is full of it.
#
# A list comprehension over pairs takes them apart as a loop does. These are the names of the long documents:

# %%
[name for name, text in documents if len(tokenize(text)) > 155]

# %% [markdown]
# ### Exercise Which documents hold it?
#
# Make the list `names`: the names of all `documents` in which the word *bus* comes up, capitals or small. Mind that *business* is another
# word.

# %%
names = ...
### BEGIN SOLUTION
names = [name for name, text in documents if "bus" in tokenize(text, lower=True)]
### END SOLUTION
check("holding")

# %% [markdown]
# Now all words at once. A `Counter` can go on counting: `update` adds the words of one more document to what is there. A set has each word
# once, so that `in_documents` counts documents.

# %%
counts, in_documents = Counter(), Counter()
for name, text in documents:
    tokens = tokenize(text, lower=True)
    counts.update(tokens)
    in_documents.update(set(tokens))
print("otter:", counts["otter"], "times, in", in_documents["otter"], "document")
print("said: ", counts["said"], "times, in", in_documents["said"], "documents")

# %% [markdown]
# ## What is this story about?
#
# The most frequent word of every story is *the*. We could remove the stopwords, but *said* is not on the list, and it is in all of the
# documents. A better idea is Karen Spärck Jones's (1972): the **fewer documents** have a word, the more it tells about them. So we weigh
# its count in a document by that:
#
# $$\text{TF-IDF} = \text{count} \times \log_2 \frac{\text{number of documents}}{\text{document frequency}}$$
#
# **TF-IDF** means *term frequency, inverse document frequency*. The logarithm is 0 for a word that every document has, and each halving of
# the documents adds 1. (There are variants; a report names its own.) This is *otter* in the story of the otters, and *said*:

# %%
otters = tokenize(documents[6].text, lower=True)
print("otter:", round(otters.count("otter") * log2(len(documents) / in_documents["otter"]), 1))
print("said: ", round(otters.count("said") * log2(len(documents) / in_documents["said"]), 1))

# %% [markdown]
# Now the article, and its most frequent content word:

# %%
tokens = tokenize(article.text, lower=True)
content = [token for token in tokens if token not in STOPWORDS]
word, count = Counter(content or tokens).most_common(1)[0]
n_documents = in_documents[word]
print(
    word, "comes up", count, "times in the article, and is in", n_documents, "of", len(documents), "documents"
)

# %% [markdown]
# ### Exercise TF-IDF by hand
#
# Compute the TF-IDF of `word` in the article, and put it into `weight`. Don't round it.

# %%
weight = ...
### BEGIN SOLUTION
weight = count * log2(len(documents) / n_documents)
### END SOLUTION
check("tf_idf")

# %% [markdown]
# The same for every word of a document. Before you run the cell: which three words will it give for the article?


# %%
def about(text):
    here = Counter(tokenize(text, lower=True))
    weights = Counter()
    for word in here:
        weights[word] = here[word] * log2(len(documents) / in_documents[word])
    return [word for word, weight in weights.most_common(5)]


for name, text in documents:
    print(name, about(text))

# %% [markdown]
# No list of stopwords was needed. But look at *hissed* or *ones*: in so short a story two occurrences are enough, and a small corpus does
# not know which words are rare in English.
#
# ## Many hands
#
# A newspaper's archive is shared out: two helpers count half of it each, at the same time. At the end their results are **merged**.
#
# ### Exercise What can be added?
#
# Which of their results can you simply add up, and get the number for all documents?
#
# - **a** Each word's count.
# - **b** The number of types.
# - **c** Each word's rate per 1,000 tokens.

# %%
answer = ...
### BEGIN SOLUTION
answer = "a"
### END SOLUTION
check("what_adds_up")

# %% [markdown]
# Counters know how to be added. Before you run the cell: will each of the three lines say `True` or `False`?

# %%
first, second = Counter(), Counter()
for name, text in documents[:6]:
    first.update(tokenize(text, lower=True))
for name, text in documents[6:]:
    second.update(tokenize(text, lower=True))

print("the same counts:   ", first + second == counts)
print("in another order:  ", second + first == counts)
print("types added up:    ", len(first) + len(second) == len(counts))

# %% [markdown]
# That is the whole idea of counting in parallel. `corpus_frequency` does it by itself when a corpus is large: each core of your computer
# counts a batch of documents. **The table is the same**, whoever helps.
#
# ## Who speaks, over all documents?
#
# `corpus_speakers` lists everybody who is quoted, and in how many documents. People are told apart by their names alone. Do you see a row
# that is nobody's name? The tool's mistakes add up, too.

# %%
speakers = corpus_speakers(documents)
speakers[["speaker", "quotes", "words", "documents"]]

# %% [markdown]
# ### Exercise Quoted in the most documents
#
# Who is quoted in the most documents? Put the name into `speaker`, in quotation marks, and into `share` the share of all `documents` in
# which that speaker is quoted, between 0 and 1. You may read the name off the table.

# %%
speaker = ...
share = ...
### BEGIN SOLUTION
most = speakers[speakers["documents"] == max(speakers["documents"])]
speaker = most["speaker"].iloc[0]
share = most["documents"].iloc[0] / len(documents)
### END SOLUTION
check("most_documents")

# %% [markdown]
# ## A script
#
# A notebook is for thinking. For work that is done every week there is the **script**: a file of Python that runs from top to bottom when
# you call it by its name, on the **command line**:
#
#     python words.py seeds/town_news
#
# What stands after the script's name reaches it as `sys.argv[1:]`.
#
# ### Exercise Put the script in order
#
# These lines are a script (without its imports) that prints the three most frequent words of a corpus. They are out of order, and one of
# them is not needed. Write the letters of the others in the right order into `order`.

# %%
lines = {
    "A": "for name, text in read_corpus(sys.argv[1:]):",
    "B": "    counts.update(tokenize(text, lower=True))",
    "C": "counts = Counter()",
    "D": "    counts.update(text)",
    "E": "print(counts.most_common(3))",
}
order = ...
### BEGIN SOLUTION
order = "CABE"
### END SOLUTION
check("script")

# %% [markdown]
# Now for real. The script goes into a temporary folder, one that is thrown away at the end. A cell that begins with `%%writefile` writes
# itself into the file that is named there.

# %%
folder = tempfile.TemporaryDirectory()
script = folder.name + "/words.py"

# %%
# %%writefile "{script}"
"""Print the three most frequent words of a corpus: python words.py FOLDER OR FILES"""

import sys
from collections import Counter

from textkit import read_corpus, tokenize

counts = Counter()
for name, text in read_corpus(sys.argv[1:]):
    counts.update(tokenize(text, lower=True))
print(counts.most_common(3))

# %% [markdown]
# `subprocess.run` calls a program as you would on the command line: first the Python that runs this notebook, then the script and what it
# is to read. `stdout` is what the program printed, and `stderr` holds its complaints, if it had any.

# %%
done = subprocess.run(
    [sys.executable, script, "seeds/town_news", article.source], capture_output=True, text=True
)
print(done.stdout, done.stderr)

# %% [markdown]
# ## Read the chart
#
# These are the content words on top, in the same order in two charts. (`isin` asks whether a list has the token, and `~` turns that
# around.) Look for a long bar in the first chart with a short one in the second.

# %%
table = corpus_frequency(documents, lower=True)
content = table[~table["token"].isin(STOPWORDS)].head(15)
side_by_side(
    plot_bars(content, label="token", value="count", title="How often"),
    plot_bars(content, label="token", value="documents", title="In how many documents"),
)

# %% [markdown]
# - *What it shows:* which words are frequent in the corpus, and which of them are frequent because they are everywhere.
# - *What it hides:* how long the documents are: a long one can lift its words to the top all alone. And when: that in the stories *flood*
#   and *festival* never meet is not to be seen.
# - *What a careless reader would conclude:* that a word with a high count matters in every document.
#
# ### Exercise Which answer is better?
#
# Two students were asked: *Which word would you use to say what the corpus is about?* The rubric: *a good answer names the count and the
# documents of two words, says where a count comes from, and chooses by the question.* Which answer is better by it?
#
# - **a** *flood*, 15 times in 6 documents. *otter* comes up 11 times, too, but all in one story about otters.
# - **b** *said*, because it has the longest bar in both charts, so it is the most important word.

# %%
better = ...
### BEGIN SOLUTION
better = "a"
### END SOLUTION
check("better_corpus")

# %% [markdown]
# **Explain.** Take two words with similar bars in the first chart and different ones in the second. In two or three sentences: what do the
# two numbers say about each, and which would you use to say what the *corpus* is about?
#
# *A good answer names both numbers of both words, says where the count of the second one comes from (open the document and look), and
# chooses by the question, not by the longer bar.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: *festival* comes up 14 times and *otter* 11 times, but *festival* is in 5 documents and *otter* in 1. I opened that one: it is a story
# about an otter. For the corpus I take *festival*; for that story, *otter*.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Write one claim about the corpus with a count *and* a number of documents. For example: "… is quoted more often, but … is heard in more
# documents: …". Put it in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Change the script so that it leaves out the `STOPWORDS` and prints ten words, and call it again. Then give it a folder of texts of your
# own.
#
# For the usual tables there is a command that you need not write: `textkit frequency seeds/town_news --top 10`. Last, this
# throws the temporary folder away.

# %%
folder.cleanup()
