"""What stands behind the glossary, for what no concept of it knows; beside `search`, below `matching`.

`fallback` gives English for Chinese words, from a dictionary cut down to the words that errors are told in. `vectors`,
which needs the optional extra `meaning`, finds entries that mean what a question means though they share no word with
it. Both only help the tiers of words: what a code or a message finds is never touched.
"""
