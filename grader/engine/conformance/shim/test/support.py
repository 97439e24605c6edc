"""What CPython's tests use of test.support, written for engines that have little else."""
import sys
import unittest
import libtest_host
from standins import Needs, standin
from outputs import Captured

verbose = False
is_jython = False
is_android = False
use_resources = None
PGO = False
HAVE_DOCSTRINGS = True
MISSING_C_DOCSTRINGS = False
TESTFN = '@test_libtest'
MAX_Py_ssize_t = sys.maxsize
_1G, _2G, _4G = 1 << 30, 2 << 30, 4 << 30


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


def check_impl_detail(**guards):
    default = not next(iter(guards.values()), False)
    return guards.get('cpython', default)


def impl_detail(msg=None, **guards):
    return (lambda item: item) if check_impl_detail(**guards) else unittest.skip(msg)


def cpython_only(item):
    return item


no_tracing = refcount_test = requires_IEEE_754 = requires_docstrings = requires_type_collecting = cpython_only


def _skipped(*args, **kwargs):
    return unittest.skip('needs a resource')


bigmemtest = bigaddrspacetest = requires_resource = requires_zlib = _skipped


def requires(resource, msg=None):
    raise ResourceDenied(msg or resource)


def is_resource_enabled(resource):
    return False


def run_unittest(*classes):
    pass


def run_doctest(module, verbosity=None, optionflags=0):
    return 0, 0


def import_module(name, deprecated=False, *, required_on=()):
    return __import__('standins').guest_import(name)


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False):
    return standin(name)


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest('object %r has no attribute %r' % (obj, name))


def gc_collect():
    libtest_host.collect()
    libtest_host.collect()
    libtest_host.collect()


class disable_gc:
    def __enter__(self):
        libtest_host.collecting(False)

    def __exit__(self, *error):
        libtest_host.collecting(True)


class _Swap:
    """Puts something in place of an attribute or an item, for a while."""

    def __init__(self, get, put, remove, name, value):
        self.get, self.put, self.remove = get, put, remove
        self.name, self.value = name, value

    def __enter__(self):
        self.old = self.get(self.name)
        self.put(self.name, self.value)
        return self.old[0] if self.old else None

    def __exit__(self, *error):
        if self.old:
            self.put(self.name, self.old[0])
        else:
            self.remove(self.name)


def swap_attr(obj, attr, value):
    return _Swap(lambda name: [getattr(obj, name)] if hasattr(obj, name) else [],
                 lambda name, new: setattr(obj, name, new), lambda name: delattr(obj, name), attr, value)


def swap_item(obj, item, value):
    return _Swap(lambda name: [obj[name]] if name in obj else [],
                 obj.__setitem__, obj.__delitem__, item, value)


class captured_output:
    def __init__(self, stream):
        self.stream = stream

    def __enter__(self):
        self.old = getattr(sys, self.stream)
        captured = Captured()
        setattr(sys, self.stream, captured)
        return captured

    def __exit__(self, *error):
        setattr(sys, self.stream, self.old)


def captured_stdout():
    return captured_output('stdout')


def captured_stderr():
    return captured_output('stderr')


def check_warnings(*filters, quiet=True):
    raise Needs('warnings')


def check_syntax_error(case, statement, *, lineno=None, offset=None):
    with case.assertRaises(SyntaxError) as raised:
        compile(statement, '<test string>', 'exec')
    error = raised.exception
    case.assertIsNotNone(error.lineno)
    if lineno is not None:
        case.assertEqual(error.lineno, lineno)
    case.assertIsNotNone(error.offset)
    if offset is not None:
        case.assertEqual(error.offset, offset)


def check_free_after_iterating(test, iter, cls, args=()):
    class A(cls):
        def __del__(self):
            nonlocal done
            done = True
            try:
                next(it)
            except StopIteration:
                pass

    done = False
    it = iter(A(*args))
    test.assertRaises(StopIteration, next, it)
    gc_collect()
    test.assertTrue(done)


_SIZES = {'P': 8, 'n': 8, 'N': 8, 'q': 8, 'Q': 8, 'l': 8, 'L': 8, 'd': 8, 'i': 4, 'I': 4, 'f': 4, 'h': 2, 'H': 2}


def _struct_size(fmt):
    size = 0
    count = ''
    for letter in fmt:
        if letter.isdigit():
            count += letter
            continue
        one = _SIZES.get(letter, 1)
        size = (size + one - 1) // one * one + one * int(count or '1')
        count = ''
    return size


def calcobjsize(fmt):
    return _struct_size('nP' + fmt + '0n')


def calcvobjsize(fmt):
    return _struct_size('nPn' + fmt + '0n')


_HAVE_GC, _HEAP_TYPE = 1 << 14, 1 << 9


def _has_collector_head(obj):
    if isinstance(obj, type):
        return bool(obj.__flags__ & _HEAP_TYPE)
    return bool(type(obj).__flags__ & _HAVE_GC)


def check_sizeof(test, obj, size):
    found = sys.getsizeof(obj)
    if _has_collector_head(obj):
        size += sys.getsizeof([]) - [].__sizeof__()
    test.assertEqual(found, size, 'wrong size for %s' % type(obj))


def sortdict(mapping):
    return '{%s}' % ', '.join('%r: %r' % pair for pair in sorted(mapping.items()))


def run_with_locale(category, *locales):
    return lambda function: function


def check__all__(*args, **kwargs):
    raise Needs('test.support.check__all__')


def reap_children():
    pass
