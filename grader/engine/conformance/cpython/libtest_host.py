"""The driver's way out when it runs on CPython: the rows go to a file, limits come from signals."""
import gc
import os
import re
import signal
import sys

_shim, _tests, _module, _kind, _allowed, _out, _seconds = sys.argv[1:8]
_rows = open(_out, 'w', encoding='utf-8', errors='backslashreplace')
_label = ''


class Hang(BaseException):
    """A test ran longer than it may."""


def _hang(number, frame):
    raise Hang


signal.signal(signal.SIGALRM, _hang)


def path():
    return [_shim]


def tests():
    return _tests


def module():
    return _module


def kind():
    return _kind


def allowed():
    return _allowed.split(',')


def begin(label):
    signal.alarm(int(_seconds))
    return True


def end():
    signal.alarm(0)


def _escaped(text):
    return text.replace('\\', '\\\\').replace('\t', '\\t').replace('\n', '\\n').replace('\r', '\\r')


def report(label, outcome, detail, trace):
    _rows.write('\t'.join([label, outcome, _escaped(detail), _escaped(trace)]) + '\n')
    _rows.flush()


def finish():
    _rows.close()
    os._exit(0)


def search(pattern, text):
    return re.search(pattern, text) is not None


def collect():
    gc.collect()


def collecting(on):
    (gc.enable if on else gc.disable)()

