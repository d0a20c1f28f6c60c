"""The evidence by which `index.redact` knows what must not leave the desk.

There are four kinds: a field's name (`fields`, `names`), the shape of the thing itself (`shapes`), an option of a
known command (`commands`), and a header that mixes secret and harmless parts (`authorization`). Each works on the text
as it was pasted, in whatever quoting, so that spans are places in the original. What is no secret stays: request ids,
codes, regions, statuses, paths.
"""
