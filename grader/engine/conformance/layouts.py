"""Prints how objects of every kind lie in memory, a line each; runs on a CPython 3.6 and on the engine.

    kind TAB sys.getsizeof TAB collector's header TAB field=value ...

Values that differ from run to run are made symbolic: a pointer to an object is its type's name, any other pointer is
NULL or set; a hash of text is -1 or set.
"""
import sys
from ctypes import c_int, c_long, cast, py_object, string_at
import ctypes

HEAD = 'ob_refcnt:r ob_type:t '
VAR = HEAD + 'ob_size:n '
DESCR = HEAD + 'd_type:t d_name:s d_qualname:o '
EXCEPTION = HEAD + 'dict:o args:o traceback:o context:o cause:o suppress_context:c '
SEQUENCE_ITERATOR = HEAD + 'it_index:n it_seq:o'
GENERATOR = HEAD + 'gi_frame:o gi_running:c gi_code:o gi_weakreflist:o gi_name:s gi_qualname:s'
ASCII = HEAD + 'length:n hash:h state:y wstr:p '
UNICODE = ASCII + 'utf8_length:n utf8:p wstr_length:n '
BUFFER = 'buf:p obj:o len:n itemsize:n readonly:i ndim:i format:p shape:p strides:p suboffsets:p internal:p '
CDATA = HEAD + 'b_ptr:p b_needsfree:i b_base:o b_size:n b_length:n b_index:n b_objects:o pad:n b_value:n b_value2:n '
SETTABLE = ' '.join('key%d:o hash%d:n' % (n, n) for n in range(8))
SET = HEAD + 'fill:n used:n mask:n table:p hash:n finger:n ' + SETTABLE + ' weakreflist:o'
DICT = HEAD + 'ma_used:n ma_version_tag:v ma_keys:p ma_values:p'
KEYS = 'dk_refcnt:n dk_size:n dk_lookup:p dk_usable:n dk_nentries:n '
FRAME = (VAR + 'f_back:o f_code:o f_builtins:o f_globals:o f_locals:o f_valuestack:p f_stacktop:p f_trace:o '
         'f_exc_type:o f_exc_value:o f_exc_traceback:o f_gen:o f_lasti:i f_lineno:i f_iblock:i f_executing:c ')
CODE = (HEAD + 'co_argcount:i co_kwonlyargcount:i co_nlocals:i co_stacksize:i co_flags:i co_firstlineno:i co_code:o '
        'co_consts:o co_names:o co_varnames:o co_freevars:o co_cellvars:o co_cell2arg:p co_filename:s co_name:s '
        'co_lnotab:o co_zombieframe:p co_weakreflist:o co_extra:p')
FUNCTION = (HEAD + 'func_code:o func_globals:o func_defaults:o func_kwdefaults:o func_closure:o func_doc:o '
            'func_name:s func_dict:o func_weakreflist:o func_module:s func_annotations:o func_qualname:s')
TYPE = (VAR + 'tp_name:p tp_basicsize:n tp_itemsize:n tp_dealloc:p tp_print:p tp_getattr:p tp_setattr:p tp_as_async:p '
        'tp_repr:p tp_as_number:p tp_as_sequence:p tp_as_mapping:p tp_hash:p tp_call:p tp_str:p tp_getattro:p '
        'tp_setattro:p tp_as_buffer:p tp_flags:X tp_doc:d tp_traverse:p tp_clear:p tp_richcompare:p '
        'tp_weaklistoffset:n tp_iter:p tp_iternext:p tp_methods:d tp_members:d tp_getset:d tp_base:T tp_dict:o '
        'tp_descr_get:p tp_descr_set:p tp_dictoffset:n tp_init:p tp_alloc:p tp_new:p tp_free:p tp_is_gc:p '
        'tp_bases:o tp_mro:o tp_cache:p tp_subclasses:d tp_weaklist:d tp_del:p tp_version_tag:g tp_finalize:p')
HEAP = (TYPE + ' am_await:p am_aiter:p am_anext:p ' + ' '.join('nb%d:p' % n for n in range(36)) + ' mp0:p mp1:p mp2:p '
        + ' '.join('sq%d:p' % n for n in range(10)) + ' bf0:p bf1:p ht_name:s ht_slots:o ht_qualname:s ht_cached_keys:p')
WIDTH = {'c': 1, 'i': 4, 'x': 4, 'y': 4, 'g': 4}
REACHABLE_OR_NOT = {2 ** 64 - 6: 'tracked', 2 ** 64 - 4: 'untracked'}


def object_at(address):
    return cast(address, py_object).value


def type_name(address):
    return object_at(address).__name__


def number(data):
    return int.from_bytes(data, 'little')


def show(code, data):
    value = number(data)
    if code in 'no':
        signed = value - (1 << 64) if value >> 63 else value
    if code == 'n':
        return str(signed)
    if code in 'irc':
        bits = 8 * len(data)
        return str(value - (1 << bits) if value >> bits - 1 else value)
    if code == 'y':
        # Only eight bits are in use; the others are not initialised.
        return hex(value & 255)
    if code == 'x':
        return hex(value)
    if code == 'X':
        # Whether a version tag is in use depends on which attributes were looked up before.
        return hex(value & ~(3 << 18))
    if code == 'h':
        return '-1' if value == 2 ** 64 - 1 else 'set'
    if code in 'vdg':
        return '*'
    if not value:
        return 'NULL'
    if code == 'p':
        return 'set'
    if code == 's':
        return repr(object_at(value))
    if code in 'tT':
        return type_name(value)
    return '<%s>' % type(object_at(value)).__name__


def fields(address, described):
    """The fields of a struct at an address by their descriptions, aligned as C aligns them."""
    out = []
    at = 0
    for field in described.split():
        name, code = field.split(':')
        width = WIDTH.get(code, 8)
        at = (at + width - 1) // width * width
        out.append('%s=%s' % (name, show(code, string_at(address + at, width))))
        at += width
    return out


def header(thing):
    if not type(thing).__flags__ & 1 << 14 or isinstance(thing, type) and not thing.__flags__ & 1 << 9:
        return '-'
    if thing is ():
        # Whether a collection was there before decides whether it is tracked.
        return '*'
    refs = REACHABLE_OR_NOT.get(number(string_at(id(thing) - GC_HEAD + 16, 8)), 'odd')
    linked = number(string_at(id(thing) - GC_HEAD, 8)) != 0
    return refs if linked == (refs == 'tracked') else refs + '?'


GC_HEAD = sys.getsizeof([]) - [].__sizeof__()


def look(kind, thing, described, *more):
    # Not yet in a local of its own: the count is that of the caller's reference and this call's two.
    described = described.replace('ob_refcnt:r', 'ob_refcnt:d', 1) if kind.startswith('shared ') else described
    words = fields(id(thing), described)
    size = sys.getsizeof(thing)
    print('\t'.join([kind, str(size), header(thing), ' '.join(words + list(more))]))


def items(thing, offset, count, code):
    width = WIDTH.get(code, 8)
    return ['[%d]=%s' % (at, show(code, string_at(id(thing) + offset + at * width, width))) for at in range(count)]


def raw(thing, offset, size):
    return 'bytes=' + string_at(id(thing) + offset, size).hex()


def numbers():
    look('shared None', None, HEAD)
    look('shared NotImplemented', NotImplemented, HEAD)
    look('shared Ellipsis', ..., HEAD)
    look('shared True', True, VAR + 'digit:x')
    look('shared False', False, VAR)
    for value in (0, 1, -5, 256):
        look('shared int %d' % value, value, VAR + 'digit:x' * (value != 0))
    for value in (int('257'), 2 ** 30, -2 ** 31, 2 ** 60, 10 ** 30, -(2 ** 200)):
        value = value + 0 if abs(value) < 2 ** 30 else value * 1
        look('int %d' % value, value, VAR, *items(value, 24, (abs(value).bit_length() + 29) // 30, 'x'))
    look('float', float('1.5'), HEAD + 'ob_fval:n')
    look('complex', complex('1+2j'), HEAD + 'real:n imag:n')


def texts():
    look('shared empty str', '', ASCII)
    look('shared str of one', 'x', ASCII)
    joined = ''.join(['asc', 'ii!'])
    look('str ascii', joined, ASCII, raw(joined, 48, 7))
    hash(joined)
    look('str ascii hashed', joined, ASCII)
    for name, text in (('latin1', 'caf\xe9'), ('ucs2', 'a\u20ac'), ('ucs4', 'a\U0001f600')):
        text = ''.join([text, text])
        kind = {'latin1': 1, 'ucs2': 2, 'ucs4': 4}[name]
        look('str ' + name, text, UNICODE, raw(text, 72, kind * (len(text) + 1)))
    look('shared interned str', sys.intern(''.join(['in', 'terned'])), ASCII)
    look('shared empty bytes', b'', VAR + 'ob_shash:d', raw(b'', 32, 1))
    content = b''.join([b'ab', b'cd'])
    look('bytes', content, VAR + 'ob_shash:h', raw(content, 32, 5))
    hash(content)
    look('bytes hashed', content, VAR + 'ob_shash:h')
    for name, array in (('empty', bytearray()), ('new', bytearray(b'abc'))):
        look('bytearray ' + name, array, VAR + 'ob_alloc:n ob_bytes:p ob_start:p ob_exports:i')
    array = bytearray(b'abcdef')
    array.append(7)
    view = memoryview(array)
    look('bytearray exported', array, VAR + 'ob_alloc:n ob_bytes:p ob_start:p ob_exports:i')
    described = VAR + 'mbuf:o hash:n flags:i exports:n ' + BUFFER + 'weakreflist:o'
    look('memoryview', view, described, *items(view, 144, 2, 'n'))
    look('memoryview slice', view[1:5:2], described)
    look('memoryview cast', memoryview(bytearray(8)).cast('B', [2, 4]), described)


def containers():
    look('shared empty tuple', (), VAR)
    pair = tuple([[], 'two'])
    look('tuple', pair, VAR, *items(pair, 24, 2, 'o'))
    described = VAR + 'ob_item:p allocated:n'
    look('list empty', [], described)
    look('list', [1, 2, 3], described)
    grown = []
    for n in range(9):
        grown.append(n)
    look('list grown', grown, described)
    look('list of tuple', list((1, 2, 3)), described)
    look('list comprehension', [n for n in range(10)], described)
    look('dict empty', {}, DICT)
    for count in (1, 5, 6, 10, 11, 30, 100):
        made = {}
        for n in range(count):
            made[n * 7] = str(n)
        keys = number(string_at(id(made) + 32, 8))
        look('dict of %d' % count, made, DICT, *fields(keys, KEYS))
        size = number(string_at(keys + 8, 8))
        print('dict keys of %d\t-\t-\t%s' % (count, string_at(keys + 40, size).hex()))
    removed = {n: n for n in range(5)}
    del removed[2]
    keys = number(string_at(id(removed) + 32, 8))
    look('dict with a hole', removed, DICT, *fields(keys, KEYS), string_at(keys + 40, 8).hex())
    named = {'name': 1, 'other': 2}
    look('dict of names', named, DICT, *fields(number(string_at(id(named) + 32, 8)), KEYS))
    split = Plain(1)
    look('instance dict', split.__dict__, DICT, *fields(number(string_at(id(split.__dict__) + 32, 8)), KEYS))
    for name, values in (('empty', []), ('of 1', [3]), ('of 4', [1, 2, 3, 4]), ('of 5', [5, 8, 13, 1, 3])):
        look('set ' + name, set(values), SET)
    look('set of 40', set(range(40)), HEAD + 'fill:n used:n mask:n table:p hash:n finger:n')
    look('frozenset', frozenset([1, 2, 3]), SET)
    look('range', range(1, 10, 2), HEAD + 'start:o stop:o step:o length:o')
    look('slice', slice(1, None), HEAD + 'start:o stop:o step:o')


class Plain:
    def __init__(self, value):
        self.value = value

    def method(self):
        return self.value

    @property
    def prop(self):
        return self.value

    @classmethod
    def made(cls):
        return cls

    @staticmethod
    def free():
        return None


class Slotted:
    __slots__ = ('first', 'second')


class Derived(list):
    pass


class Meta(type):
    pass


class WithMeta(metaclass=Meta):
    def __add__(self, other):
        return other

    def __len__(self):
        return 0

    def __getitem__(self, key):
        return key


def plain(a, b=1, *args, c=2, **kw):
    """A docstring."""
    return a


def closing():
    x = []
    y = {}

    def inner():
        return x, y
    return inner


def generating():
    yield 1
    yield 2


async def waiting():
    return 1


def functions():
    described = FUNCTION
    look('function', plain, described)
    look('function closing', closing(), described)
    look('lambda', lambda: 0, described)
    instance = Plain(1)
    look('method', instance.method, HEAD + 'im_func:o im_self:o im_weakreflist:o')
    described = HEAD + 'm_ml:p m_self:o m_module:o m_weakreflist:o'
    look('shared builtin function', len, described)
    look('builtin method', [].append, described)
    look('cell', closing().__closure__[0], HEAD + 'ob_ref:o')
    look('code', plain.__code__, CODE)
    look('code of a closure', closing().__code__, CODE)
    look('code of a generator', generating.__code__, CODE)
    look('property', Plain.__dict__['prop'], HEAD + 'prop_get:o prop_set:o prop_del:o prop_doc:o getter_doc:i')
    look('property with doc', property(plain), HEAD + 'prop_get:o prop_set:o prop_del:o prop_doc:o getter_doc:i')
    look('classmethod', Plain.__dict__['made'], HEAD + 'cm_callable:o cm_dict:o')
    look('staticmethod', Plain.__dict__['free'], HEAD + 'sm_callable:o sm_dict:o')
    look('super', super(Plain, instance), HEAD + 'type:t obj:o obj_type:t')


def running():
    def inner(a, b):
        c = a
        frame = sys._getframe()
        look('frame', frame, FRAME, *items(frame, 376, 6, 'o'))
        for n in range(1):
            look('frame in a loop', frame, FRAME, raw(frame, 136, 12))
        return frame
    frame = inner(1, [])
    look('frame after its end', frame, FRAME, *items(frame, 376, 4, 'o'))
    generator = generating()
    look('generator new', generator, GENERATOR)
    look('frame of a new generator', generator.gi_frame, FRAME)
    next(generator)
    look('generator suspended', generator, GENERATOR)
    look('frame of a generator', generator.gi_frame, FRAME)
    list(generator)
    look('generator ended', generator, GENERATOR)
    coroutine = waiting()
    look('coroutine', coroutine, GENERATOR + ' cr_origin:d')
    look('coroutine wrapper', coroutine.__await__(), HEAD + 'cw_coroutine:o')
    coroutine.close()


def iterators():
    look('list iterator', iter([1, 2]), SEQUENCE_ITERATOR)
    used = iter([1])
    next(used)
    next(used, None)
    look('list iterator ended', used, SEQUENCE_ITERATOR)
    look('tuple iterator', iter((1, 2)), SEQUENCE_ITERATOR)
    look('str iterator', iter('ab'), SEQUENCE_ITERATOR)
    look('bytes iterator', iter(b'ab'), SEQUENCE_ITERATOR)
    look('bytearray iterator', iter(bytearray(b'ab')), SEQUENCE_ITERATOR)
    look('list reverse iterator', reversed([1, 2]), SEQUENCE_ITERATOR)
    look('reversed', reversed((1, 2)), SEQUENCE_ITERATOR)
    look('range iterator', iter(range(1, 9, 3)), HEAD + 'index:n start:n step:n len:n')
    look('long range iterator', iter(range(10 ** 20)), HEAD + 'index:o start:o step:o len:o')
    table = {1: 2}
    for name in ('keys', 'values', 'items'):
        view = getattr(table, name)()
        look('dict ' + name, view, HEAD + 'dv_dict:o')
        look('dict %s iterator' % name, iter(view), HEAD + 'di_dict:o di_used:n di_pos:n di_result:o len:n')
    look('set iterator', iter({1, 2}), HEAD + 'si_set:o si_used:n si_pos:n len:n')
    look('callable iterator', iter(list, 1), HEAD + 'it_callable:o it_sentinel:o')

    class Indexed:
        def __getitem__(self, index):
            return index
    look('sequence iterator', iter(Indexed()), SEQUENCE_ITERATOR)
    look('enumerate', enumerate([1]), HEAD + 'en_index:n en_sit:o en_result:o en_longindex:o')
    look('zip', zip([1], [2]), HEAD + 'tuplesize:n ittuple:o result:o')
    look('map', map(str, [1]), HEAD + 'iters:o func:o')
    look('filter', filter(None, [1]), HEAD + 'func:o it:o')


def exceptions():
    look('exception', Exception('text'), EXCEPTION)
    look('ValueError', ValueError(), EXCEPTION)
    look('KeyError', KeyError('key'), EXCEPTION)
    look('StopIteration', StopIteration(5), EXCEPTION + 'value:o')
    look('SystemExit', SystemExit(1), EXCEPTION + 'code:o')
    look('ImportError', ImportError('text', name='n'), EXCEPTION + 'msg:o name:o path:o')
    look('OSError', OSError(2, 'text', 'file'),
         EXCEPTION + 'myerrno:o strerror:o filename:o filename2:o written:n')
    look('SyntaxError', SyntaxError('text', ('file', 1, 2, 'line')),
         EXCEPTION + 'msg:o filename:o lineno:o offset:o text:o print_file_and_line:o')
    look('UnicodeDecodeError', UnicodeDecodeError('ascii', b'abc', 1, 2, 'reason'),
         EXCEPTION + 'encoding:o object:o start:n end:n reason:o')
    try:
        try:
            {}['x']
        except KeyError as first:
            raise ValueError('second') from first
    except ValueError as caught:
        look('exception raised', caught, EXCEPTION)
        look('exception that caused it', caught.__cause__, EXCEPTION)
        look('traceback', caught.__traceback__, HEAD + 'tb_next:o tb_frame:o tb_lasti:i tb_lineno:i')


def classes():
    look('object', object(), HEAD)
    look('instance', Plain(1), HEAD + 'dict:o weakreflist:o')
    slotted = Slotted()
    slotted.first = 1
    look('instance with slots', slotted, HEAD + 'first:o second:o')
    look('instance of a derived list', Derived([1]), VAR + 'ob_item:p allocated:n dict:o weakreflist:o')
    look('shared module', sys, HEAD + 'md_dict:o md_def:d md_state:d md_weaklist:o md_name:o')
    look('module', type(sys)('fresh'), HEAD + 'md_dict:o md_def:p md_state:p md_weaklist:o md_name:o')
    look('mappingproxy', Plain.__dict__, HEAD + 'mapping:o')
    look('shared method descriptor', list.append, DESCR + 'd_method:p')
    look('shared class method descriptor', dict.__dict__['fromkeys'], DESCR + 'd_method:p')
    look('shared wrapper descriptor', int.__add__, DESCR + 'd_base:p d_wrapped:p')
    look('shared member descriptor', type.__dict__['__basicsize__'], DESCR + 'd_member:p')
    look('shared getset descriptor', type.__dict__['__name__'], DESCR + 'd_getset:p')
    look('shared slot descriptor', Slotted.first, DESCR + 'd_member:p')
    look('method wrapper', (5).__add__, HEAD + 'descr:o self:o')
    for heap in (Plain, Slotted, Derived, Meta, WithMeta):
        look('shared class ' + heap.__name__, heap, HEAP)
    seen = [object, type, int, bool, float, complex, str, bytes, bytearray, tuple, list, dict, set, frozenset, range,
            slice, property, classmethod, staticmethod, super, enumerate, zip, map, filter, reversed, memoryview,
            BaseException, Exception, ValueError, KeyError, StopIteration, OSError, SyntaxError, UnicodeDecodeError,
            type(None), type(...), type(NotImplemented), type(plain), type(Plain.method), type(len), type([].append),
            type(plain.__code__), type(generating()), type(sys), type(sys._getframe()), type(int.__add__),
            type(list.append), type(type.__dict__['__name__']), type(type.__dict__['__basicsize__']),
            type((5).__add__), type(dict.__dict__['fromkeys']), type(Plain.__dict__), type({}.keys()),
            type({}.values()), type({}.items()), type(iter({})), type(iter([])), type(iter(())), type(iter('')),
            type(iter(b'')), type(iter(set())), type(iter(range(3))), type(closing().__closure__[0])]
    for static in seen:
        look('shared type ' + static.__name__, static, TYPE)


def c_data():
    class Point(ctypes.Structure):
        _fields_ = [('x', ctypes.c_int), ('y', ctypes.c_double)]
    value = c_int(5)
    look('c_int', value, CDATA)
    look('c_long elsewhere', c_long.from_address(id(value)), CDATA)
    point = Point(1, 2.0)
    look('Structure', point, CDATA)
    look('Structure field', Point.y, HEAD + 'offset:n size:n index:n proto:t getfunc:d setfunc:d anonymous:i')
    look('array', (ctypes.c_double * 5)(), CDATA)
    array = (Point * 2)()
    look('array item', array[1], CDATA)
    pointer = ctypes.pointer(value)
    look('pointer', pointer, CDATA.replace('b_value:n', 'b_value:p'))
    look('pointer contents', pointer.contents, CDATA)
    look('py_object', py_object([]), CDATA.replace('b_value:n', 'b_value:p'))
    look('byref', ctypes.byref(value), HEAD + 'pffi_type:d tag:c value:p value2:d obj:o size:d')


def weak():
    import weakref
    target = Plain(1)
    described = HEAD + 'wr_object:o wr_callback:o hash:n wr_prev:p wr_next:p'
    reference = weakref.ref(target)
    look('weakref', reference, described)
    other = weakref.ref(target, lambda dead: None)
    look('weakref with callback', other, described)
    look('weakref proxy', weakref.proxy(target), described)
    look('instance with weakrefs', target, HEAD + 'dict:o weakreflist:o')
    del target
    look('weakref that is dead', reference, described)


for part in (numbers, texts, containers, functions, running, iterators, exceptions, classes, c_data, weak):
    try:
        part()
    except Exception as error:
        print('%s stopped\t-\t-\t%s: %s' % (part.__name__, type(error).__name__, error))
