"""Django's caches, in which whatever cannot be read or written is a miss."""

import logging
import time

from django.core.cache.backends import filebased, redis
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from redis.exceptions import ConnectionError, TimeoutError

logger = logging.getLogger(__name__)
SILENCE = 60  # seconds between two lines of the log about the same cache


class MissOnFailure:
    """Mixed into a cache: a folder that is full, read-only or gone, garbage in a file and a server
    that is away cost the answer nothing but time.

    All that is kept there can be found anew. What must count or last is no matter for a cache.
    """

    away = ()  # errors after which it is not asked for a while
    pause = 0  # seconds
    asked_again = 0.0  # when, for all instances: each thread has its own
    said = 0.0

    def attempt(self, operation, otherwise, *args):
        """Return what ``operation`` returns for ``args``; ``otherwise`` where it fails."""
        kind = type(self)
        if time.monotonic() < kind.asked_again:
            return otherwise
        try:
            return operation(*args)
        except Exception as error:  # of files, of servers, and whatever garbage raises
            now = time.monotonic()
            if isinstance(error, self.away):
                kind.asked_again = now + self.pause
            if not kind.said or now - kind.said > SILENCE:
                kind.said = now
                logger.error("The cache fails, and the site goes on without it: %r.", error)
            return otherwise

    def get(self, key, default=None, version=None):
        return self.attempt(super().get, default, key, default, version)

    def get_many(self, keys, version=None):
        return self.attempt(super().get_many, {}, keys, version)

    def has_key(self, key, version=None):
        return self.attempt(super().has_key, False, key, version)

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self.attempt(super().add, False, key, value, timeout, version)

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self.attempt(super().set, None, key, value, timeout, version)

    def set_many(self, data, timeout=DEFAULT_TIMEOUT, version=None):
        return self.attempt(super().set_many, list(data), data, timeout, version)

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        return self.attempt(super().touch, False, key, timeout, version)

    def delete(self, key, version=None):
        return self.attempt(super().delete, False, key, version)

    def delete_many(self, keys, version=None):
        return self.attempt(super().delete_many, None, keys, version)

    def clear(self):
        return self.attempt(super().clear, None)


class FileBasedCache(MissOnFailure, filebased.FileBasedCache):
    def _createdir(self):
        """Also called when the cache is made, where a failure would be one of every page."""
        self.attempt(super()._createdir, None)


class RedisCache(MissOnFailure, redis.RedisCache):
    away = (OSError, ConnectionError, TimeoutError)
    pause = 5
