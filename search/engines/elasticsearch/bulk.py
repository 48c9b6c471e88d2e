"""Telling Elasticsearch many things at once."""

import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, cast

from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk

from search.engines.base import EngineUnavailable

logger = logging.getLogger(__name__)
Action = dict[str, Any]
#: An index being filled is neither searched nor copied, and is filled anew if the server falls.
_FILLING = {"refresh_interval": "-1", "number_of_replicas": 0, "translog.durability": "async"}
_SENDERS, _WAITING = 2, 16


def send(client: Elasticsearch, actions: Sequence[Action], *, require_alias: bool = False) -> None:
    """Raises ``EngineUnavailable`` if an entry could not be taken in."""
    if not actions:
        return
    _done, errors = bulk(client, actions, raise_on_error=False, require_alias=require_alias)
    refused = [error["index"]["error"] for error in cast("list[dict[str, Any]]", errors) if "index" in error]
    if refused:
        logger.error("Search engine refused %s entries, the first: %s", len(refused), refused[0])
        raise EngineUnavailable("entries refused")


@contextmanager
def filling(client: Elasticsearch, index: str, replicas: int = 0) -> Iterator[Callable[[list[Action]], None]]:
    """Gives what takes batches of actions and sends them while the caller prepares the next.

    At the end all of them are in the index, findable; it has ``replicas`` copies from then on. Raises what ``send``
    and the client raise.
    """
    client.indices.put_settings(index=index, settings=_FILLING)
    with ThreadPoolExecutor(max_workers=_SENDERS) as senders:
        sent: deque[Future[None]] = deque()

        def hand_over(actions: list[Action]) -> None:
            sent.append(senders.submit(send, client, actions))
            if len(sent) > _WAITING:
                sent.popleft().result()

        yield hand_over
        for future in sent:
            future.result()
    settled = {"refresh_interval": None, "number_of_replicas": replicas, "translog.durability": "request"}
    client.indices.put_settings(index=index, settings=settled)
    client.indices.refresh(index=index)
