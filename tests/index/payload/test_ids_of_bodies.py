"""Which error a request id belongs to, where several bodies are pasted."""

from collections.abc import Callable

import pytest

from index.reports import Explanation

Read = Callable[[str], Explanation]

FIRST, SECOND = "7f3a1c2d9b8e4f5a8b7c8d9e0f1a2b3c", "1b2c3d4e5f60718293a4b5c6d7e8f901"
LOCKED = '{"error":{"code":"Ecs.0605","message":"The server [vm-1] is locked."}}'
FINE = f'{{"status":"ok","request_id":"{FIRST}"}}'


@pytest.mark.parametrize(
    "text",
    [
        f"{FINE}\n{LOCKED}",
        f"{LOCKED}\n\n{FINE}",
        f'{LOCKED}\n{FINE}\n{{"error":{{"code":"Ecs.0219","message":"it broke"}}}}',
        f"The server [vm-1] is locked.\n\n{FINE}",
    ],
)
def test_an_id_inside_another_answer_is_not_the_errors(read: Read, text: str) -> None:
    found = read(text)
    assert found.errors
    assert [each.error.request_ids for each in found.errors] == [()] * len(found.errors)
    assert found.request_ids == (FIRST,)


@pytest.mark.parametrize(
    "text",
    [
        f"X-Request-Id: {FIRST}\n\n{LOCKED}",
        f"Response headers: {{'X-Request-Id': '{FIRST}'}}\nBody: {LOCKED}",
        f"The server [vm-1] is locked. (request id {FIRST})",
    ],
)
def test_an_id_in_headers_or_prose_around_a_single_error_is_its_own(read: Read, text: str) -> None:
    (error,) = read(text).errors
    assert error.error.request_ids == (FIRST,)


def test_each_answer_keeps_its_own_id(read: Read) -> None:
    text = f'{{"request_id":"{FIRST}","error_code":"Ecs.0605"}}\n{{"request_id":"{SECOND}","error_code":"Ecs.0219"}}'
    assert [each.error.request_ids for each in read(text).errors] == [(FIRST,), (SECOND,)]
