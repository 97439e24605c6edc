"""The assertions of a test case."""
import libtest_host
from standins import Needs


def _clear_frames(traceback):
    while traceback is not None:
        try:
            traceback.tb_frame.clear()
        except RuntimeError:
            pass
        traceback = traceback.tb_next


class _Raises:
    """The context of assertRaises."""

    def __init__(self, case, expected, pattern, msg=None):
        self.case = case
        self.expected = expected
        self.pattern = pattern
        self.exception = None
        self.msg = msg

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            names = self.expected if isinstance(self.expected, tuple) else (self.expected,)
            raise self.case.failureException(
                '%s not raised' % ' or '.join(getattr(name, '__name__', repr(name)) for name in names))
        _clear_frames(traceback)
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.pattern is not None and not _search(self.pattern, str(value)):
            raise self.case.failureException('%r does not match %r' % (_text_of(self.pattern), str(value)))
        return True

    def run(self, args, kwargs):
        if not args:
            return self
        function, args = args[0], args[1:]
        try:
            with self:
                function(*args, **kwargs)
        finally:
            self.case = None


def _text_of(pattern):
    return pattern if isinstance(pattern, (str, bytes)) else pattern.pattern


def _search(pattern, text):
    if isinstance(pattern, (str, bytes)):
        return libtest_host.search(pattern, text)
    return pattern.search(text) is not None


class Assertions:
    def _failure(self, msg, text):
        raise self.failureException(text if msg is None else '%s : %s' % (text, msg))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._failure(msg, '%r is not true' % (expr,))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._failure(msg, '%r is not false' % (expr,))

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            compare = self._equalities.get(type(first))
            if compare is not None:
                return compare(first, second, msg=msg)
        if not first == second:
            self._failure(msg, '%r != %r' % (first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._failure(msg, '%r == %r' % (first, second))

    assertMultiLineEqual = assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertEqual
    assert_ = failUnless = assertTrue
    assertEquals = failUnlessEqual = assertEqual
    assertNotEquals = assertNotEqual

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        if seq_type is not None and not (isinstance(first, seq_type) and isinstance(second, seq_type)):
            self._failure(msg, 'not both of %r' % seq_type)
        if len(first) != len(second) or any(first[i] != second[i] for i in range(len(first))):
            self._failure(msg, '%r != %r' % (first, second))

    def assertCountEqual(self, first, second, msg=None):
        left, right = list(first), list(second)
        for item in left:
            if item not in right:
                self._failure(msg, '%r is only in the first' % (item,))
            right.remove(item)
        if right:
            self._failure(msg, '%r are only in the second' % (right,))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if not self._almost(first, second, places, delta):
            self._failure(msg, '%r is not close to %r' % (first, second))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if self._almost(first, second, places, delta):
            self._failure(msg, '%r is close to %r' % (first, second))

    assertAlmostEquals = assertAlmostEqual

    @staticmethod
    def _almost(first, second, places, delta):
        if first == second:
            return True
        if delta is not None:
            return abs(first - second) <= delta
        return round(abs(second - first), 7 if places is None else places) == 0

    def assertIs(self, first, second, msg=None):
        if first is not second:
            self._failure(msg, '%r is not %r' % (first, second))

    def assertIsNot(self, first, second, msg=None):
        if first is second:
            self._failure(msg, 'both are %r' % (first,))

    def assertIsNone(self, value, msg=None):
        if value is not None:
            self._failure(msg, '%r is not None' % (value,))

    def assertIsNotNone(self, value, msg=None):
        if value is None:
            self._failure(msg, 'it is None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._failure(msg, '%r not found in %r' % (member, container))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._failure(msg, '%r found in %r' % (member, container))

    def assertIsInstance(self, value, kind, msg=None):
        if not isinstance(value, kind):
            self._failure(msg, '%r is not an instance of %r' % (value, kind))

    def assertNotIsInstance(self, value, kind, msg=None):
        if isinstance(value, kind):
            self._failure(msg, '%r is an instance of %r' % (value, kind))

    def assertLess(self, first, second, msg=None):
        if not first < second:
            self._failure(msg, '%r not less than %r' % (first, second))

    def assertLessEqual(self, first, second, msg=None):
        if not first <= second:
            self._failure(msg, '%r not less than or equal to %r' % (first, second))

    def assertGreater(self, first, second, msg=None):
        if not first > second:
            self._failure(msg, '%r not greater than %r' % (first, second))

    def assertGreaterEqual(self, first, second, msg=None):
        if not first >= second:
            self._failure(msg, '%r not greater than or equal to %r' % (first, second))

    def assertRaises(self, expected, *args, **kwargs):
        msg = kwargs.pop('msg', None) if not args else None
        return _Raises(self, expected, None, msg).run(args, kwargs)

    def assertRaisesRegex(self, expected, pattern, *args, **kwargs):
        msg = kwargs.pop('msg', None) if not args else None
        return _Raises(self, expected, pattern, msg).run(args, kwargs)

    assertRaisesRegexp = assertRaisesRegex

    def assertRegex(self, text, pattern, msg=None):
        if not _search(pattern, text):
            self._failure(msg, '%r does not match %r' % (_text_of(pattern), text))

    def assertNotRegex(self, text, pattern, msg=None):
        if _search(pattern, text):
            self._failure(msg, '%r matches %r' % (_text_of(pattern), text))

    assertRegexpMatches = assertRegex

    def assertWarns(self, *args, **kwargs):
        raise Needs('warnings')

    assertWarnsRegex = assertWarns

    def assertLogs(self, *args, **kwargs):
        raise Needs('logging')
