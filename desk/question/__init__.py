"""What is asked: the search field, the chips, the thread that answers, the sentence model behind it."""
