"""Test cases: what runs around a test method, skipping, sub-tests."""
from .assertions import Assertions


class SkipTest(Exception):
    """Raised by a test that does not apply."""


def _skipping(reason):
    def decorate(item):
        if isinstance(item, type):
            item.__unittest_skip__ = True
            item.__unittest_skip_why__ = reason
            return item

        def skipped(*args, **kwargs):
            raise SkipTest(reason)
        skipped.__name__ = getattr(item, '__name__', 'skipped')
        return skipped
    return decorate


def _unchanged(item):
    return item


def skip(reason=''):
    return _skipping(reason)


def skipIf(condition, reason):
    return _skipping(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else _skipping(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


class _SubTest:
    """A part of a test whose failure is noted and does not end the test."""

    def __init__(self, case):
        self.case = case

    def __enter__(self):
        return None

    def __exit__(self, kind, value, traceback):
        if kind is None or not issubclass(kind, Exception):
            return False
        if not issubclass(kind, SkipTest):
            self.case._failed_parts.append(value)
        return True


class TestCase(Assertions):
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._cleanups = []
        self._failed_parts = []
        self._equalities = {}

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def setUp(self):
        pass

    def tearDown(self):
        pass

    def id(self):
        cls = type(self)
        return '%s.%s.%s' % (cls.__module__, cls.__qualname__, self._testMethodName)

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return None

    def addTypeEqualityFunc(self, kind, function):
        self._equalities[kind] = function

    def addCleanup(self, function, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def subTest(self, msg=None, **parameters):
        return _SubTest(self)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def run_method(self):
        """Runs the test between its fixtures; raises what went wrong first."""
        try:
            self.setUp()
            try:
                getattr(self, self._testMethodName)()
            finally:
                self.tearDown()
        finally:
            self.doCleanups()
        if self._failed_parts:
            raise self._failed_parts[0]
