"""A chart for a report: the most frequent words of an article, as a picture with its description.

python examples/chart_for_a_report.py ARTICLE.txt PICTURE.png
"""

import sys

from textkit import content_words, frequency_table, load_article, tokenize
from textkit.charts import plot_frequency

article_file, picture_file = sys.argv[1:]
tokens = tokenize(load_article(article_file).text, lower=True)
table = frequency_table(content_words(tokens))

chart = plot_frequency(table, top=12, title="What the article speaks of")
chart.save(picture_file)
print(chart.description)  # put this beside the picture, as its alternative text
