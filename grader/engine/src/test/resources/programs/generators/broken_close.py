"""Trouble in looking for an iterator's close is reported, not raised."""
import sys


class Stream:
    text = ''

    def write(self, text):
        self.text += text


class Broken:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __getattr__(self, name):
        1 / 0


def delegate():
    yield from Broken()


plain, sys.stderr = sys.stderr, Stream()
generator = delegate()
print(next(generator))
generator.close()
said, sys.stderr = sys.stderr.text.splitlines(), plain
print(said[0].split(' <')[0], said[-1])
