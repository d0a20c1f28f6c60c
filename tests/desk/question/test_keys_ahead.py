"""What is wanted too early is done in its order, once, and only of what it was wanted of."""

from desk.question.keys_ahead import KeysAhead


class _Busy:
    """Something that is under way until it is not."""

    def __init__(self, *, busy: bool) -> None:
        self.busy, self.done = busy, list[str]()
        self.ahead = KeysAhead()
        self.ahead.watch(lambda: self.busy)

    def want(self, name: str) -> None:
        """Press a key of this name."""
        self.ahead.when_shown(lambda: self.done.append(name))


def test_nothing_waits_where_nothing_is_under_way() -> None:
    one = _Busy(busy=False)
    one.want("copy")
    assert one.done == ["copy"]


def test_what_waits_is_done_once_and_in_order() -> None:
    one = _Busy(busy=True)
    one.want("down")
    one.want("copy")
    one.ahead.go_on()
    assert one.done == []
    one.busy = False
    one.want("pin")  # quicker than whoever says that it is shown: still the last
    one.ahead.go_on()
    assert one.done == ["down", "copy", "pin"]


def test_what_begins_something_new_lets_the_rest_wait() -> None:
    one = _Busy(busy=True)

    def paste() -> None:
        one.done.append("paste")
        one.busy = True

    one.ahead.when_shown(paste)
    one.want("copy")
    one.busy = False
    one.ahead.go_on()
    assert one.done == ["paste"]
    one.busy = False
    one.ahead.go_on()
    assert one.done == ["paste", "copy"]


def test_what_was_given_up_is_not_done() -> None:
    one = _Busy(busy=True)
    one.want("copy")
    one.ahead.forget()
    one.busy = False
    one.ahead.go_on()
    assert one.done == []


def test_a_pasted_text_that_is_a_question_hands_on_what_was_wanted_of_it() -> None:
    one = _Busy(busy=True)
    one.want("copy")
    with one.ahead.handed_over():
        one.ahead.forget()  # as any new question does
    one.busy = False
    one.ahead.go_on()
    assert one.done == ["copy"]
