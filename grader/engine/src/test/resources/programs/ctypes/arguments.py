from ctypes import *


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return type(error).__name__, str(error)


print([repr(kind.from_param(value)) for kind, value in (
    (c_char, 97), (c_char, b'\n'), (c_byte, 98), (c_ubyte, 200), (c_short, -511), (c_ushort, 511), (c_int, -5),
    (c_uint, 5), (c_long, 1 << 40), (c_float, 1.5), (c_double, 1e300), (c_void_p, 0x12))])
print([repr(kind.from_param(value)).split(' at ')[0].split('0x')[0] for kind, value in (
    (c_bool, True), (c_wchar, 'a'), (c_longdouble, 1.5), (py_object, 5), (c_char_p, b'x'), (c_wchar_p, 'x'))])
print(c_char_p.from_param(b'kept')._obj, c_int.from_param(5)._obj, c_int.from_param(c_int(7)))
print(attempt(c_int.from_param, 'x'), attempt(c_char_p.from_param, 5), attempt(c_void_p.from_param, 1.5))
print(c_void_p.from_param(None), POINTER(c_int).from_param(None))
number = c_int(5)
print(POINTER(c_int).from_param(number)._obj is number, POINTER(c_int).from_param(byref(number))._obj is number)
array = (c_int * 3)(1, 2, 3)
print(POINTER(c_int).from_param(array) is array, attempt(POINTER(c_int).from_param, c_short(1)))


class Parameter:
    _as_parameter_ = 42


print(repr(c_int.from_param(Parameter())), repr(c_void_p.from_param(Parameter()))[:10])
add = CFUNCTYPE(c_int, c_int, c_double)(lambda left, right: left + int(right))
print(add(1, 2.5), add(c_int(3), c_double(4)), attempt(add, 'x', 1.0), attempt(add, 1))
first = CFUNCTYPE(c_int, POINTER(c_int))(lambda pointer: pointer[0])
print(first(number), first(byref(number)), first(array), first(pointer(number)))
print([repr(c_void_p.from_param(text))[:11] for text in (b'x', 'x')], attempt(c_void_p.from_param, []))
nothing = CFUNCTYPE(None)(lambda: None)
print(nothing(), bool(nothing), attempt(CFUNCTYPE(c_int), 'text'))


class Abstract(Structure):
    _abstract_ = 'anything'


print(attempt(Abstract))


class Itself(Structure):
    pass


print(attempt(setattr, Itself, '_fields_', [('next', Itself)]))


class Derived(POINTER(c_long)):
    pass


print(attempt(Derived, c_long(3)))
print(c_char.__ctype_le__ is c_char, c_byte.__ctype_be__ is c_byte, c_short.__ctype_be__(1), c_short.__ctype_be__.__ctype_le__ is c_short)


class Big(BigEndianStructure):
    _pack_ = 1
    _fields_ = [('tag', c_char), ('small', c_ubyte), ('short', c_short), ('bits', c_uint, 4), ('rest', c_uint, 28)]


big = Big(b'T', 2, 3, 4, 5)
print(bytes(big).hex(), big.tag, big.small, big.short, big.bits, big.rest, [getattr(Big, name[0]) for name in Big._fields_])
unicode = create_unicode_buffer('text', 8)
unicode.value = 'longer'
print(unicode.value, len(unicode), unicode[1:4], unicode[::-2], wstring_at(addressof(unicode), 3))
print(c_wchar_p('wide').value, c_wchar_p().value, sizeof(c_wchar * 3), attempt(setattr, unicode, 'value', 'far too long'))
for kind in (c_longdouble,):
    print([kind(value).value for value in (0.0, -1.5, 1e308, 5e-324, float('inf'), float('-inf'), 1 / 3)], kind(float('nan')).value)
