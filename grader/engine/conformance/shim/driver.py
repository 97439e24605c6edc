"""Runs the test methods of one file of CPython's tests, and says of each how it ended."""
import sys
import libtest_host

sys.path[:0] = libtest_host.path()

import test
import unittest
import standins
import guests
import doctest
from standins import Needs

test.__path__ = list(test.__path__) + [libtest_host.tests()]


def located(error):
    """Where in the test's own file an exception came from."""
    where = ''
    traceback = error.__traceback__
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if '/test_' in name or '/list_tests' in name or '/seq_tests' in name:
            where = ' (line %d)' % traceback.tb_lineno
        traceback = traceback.tb_next
    return where


def frames(error):
    lines = []
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        lines.append('%s:%d in %s' % (code.co_filename.split('/')[-1], traceback.tb_lineno, code.co_name))
        traceback = traceback.tb_next
    return lines


def told(error):
    try:
        text = str(error)
    except Exception:
        text = '<no text>'
    return '%s: %s%s' % (type(error).__name__, text, located(error))


def outcome_of(action, expecting_failure=False):
    """The outcome of something, what there is to say about it, and where it went wrong."""
    try:
        action()
    except unittest.SkipTest as skipped:
        return 'skipped', str(skipped), []
    except Needs as needs:
        return 'needs', str(needs), []
    except libtest_host.Hang:
        return 'hang', 'ran longer than it may', []
    except BaseException as error:
        if expecting_failure:
            return 'passed', '', []
        return 'failed', told(error), frames(error)
    return ('failed', 'succeeded unexpectedly', []) if expecting_failure else ('passed', '', [])


def report(name, found):
    libtest_host.report(name, found[0], found[1], '\n'.join(found[2]))


def cases_of(module):
    for name in sorted(vars(module)):
        value = vars(module)[name]
        if isinstance(value, type) and not standins.is_standin(value) and issubclass(value, unittest.TestCase):
            if value is not unittest.TestCase:
                yield value


def methods_of(case):
    return [name for name in sorted(dir(case)) if name.startswith('test') and callable(getattr(case, name))]


def run_method(case, name, label):
    method = getattr(case, name)
    if getattr(case, '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
        return 'skipped', '', []
    test = case(name)
    expecting = getattr(method, '__unittest_expecting_failure__', False)
    return outcome_of(test.run_method, expecting)


def run_case(case):
    set_up = ('passed', '', [])
    started = False
    for name in methods_of(case):
        label = case.__qualname__ + '.' + name
        if not libtest_host.begin(label):
            continue
        if not started:
            started = True
            set_up = outcome_of(case.setUpClass)
        report(label, run_method(case, name, label) if set_up[0] == 'passed' else set_up)
        libtest_host.end()
    if started:
        outcome_of(case.tearDownClass)


def load(name):
    libtest_host.begin('')
    loaded = outcome_of(lambda: __import__(name))
    libtest_host.end()
    if loaded[0] != 'passed':
        report('', loaded)
        return None
    module = sys.modules[name]
    if hasattr(module, 'setUpModule'):
        set_up = outcome_of(module.setUpModule)
        if set_up[0] != 'passed':
            report('', set_up)
            return None
    return module


def run(name, kind):
    module = load('test.' + name)
    standins.loading = False
    if module is None:
        return
    if kind == 'doctests':
        doctest.run_module(module)
        return
    for case in cases_of(module):
        run_case(case)


guests.receive(libtest_host.allowed())
run(libtest_host.module(), libtest_host.kind())
libtest_host.finish()
