"""Opens every address as everybody, and tells who read which word where."""

from collections import defaultdict
from collections.abc import Iterable

from django.test import Client

from tests.access.visits import visits

Sightings = dict[str, dict[str, list[str]]]


def sightings(clients: dict[str, Client], words: Iterable[str], codes: tuple[str, ...]) -> Sightings:
    """Word by word, role by role: the addresses where it was read."""
    seen: Sightings = defaultdict(lambda: defaultdict(list))
    wanted = tuple(words)
    for _route, address in visits(codes):
        for role, client in clients.items():
            answer = client.get(address, HTTP_ACCEPT_LANGUAGE="id")
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            text = body.decode(errors="ignore") + str(dict(answer.items()))
            for word in wanted:
                if word in text:
                    seen[word][role].append(address)
    return seen
