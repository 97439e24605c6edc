# struct _longobject, read where it lies: 30-bit digits, the sign in ob_size, the reference count.
from ctypes import Structure, c_ssize_t, c_uint32, c_void_p, sizeof, addressof, string_at
import sys

DIGIT_BITS = 30


class LongObject(Structure):
    _fields_ = [
        ('ob_refcnt', c_ssize_t),
        ('ob_type', c_void_p),
        ('ob_size', c_ssize_t),
    ]

    @property
    def digits(self):
        count = abs(self.ob_size)
        return list((c_uint32 * count).from_address(addressof(self) + sizeof(self)))

    @property
    def value(self):
        magnitude = sum(digit << DIGIT_BITS * at for at, digit in enumerate(self.digits))
        return -magnitude if self.ob_size < 0 else magnitude

    def __repr__(self):
        return 'LongObject(ob_size=%d, ob_digit=%r)' % (self.ob_size, self.digits)


def look(number):
    return LongObject.from_address(id(number))


for number in (0, 1, -1, 255, 2 ** 30 - 1, 2 ** 30, -2 ** 30, 2 ** 60, 2 ** 90 + 7, -10 ** 30, True, False):
    struct = look(number)
    print(number, struct, struct.value == number, sys.getsizeof(number) == 24 + 4 * abs(struct.ob_size))

print(look(7).ob_type == id(int), look(True).ob_type == id(bool), sizeof(LongObject))
print(LongObject.ob_refcnt, LongObject.ob_type, LongObject.ob_size)

number = 10 ** 20
struct = look(number)
before = struct.ob_refcnt
names = [number] * 5
print('five more references:', struct.ob_refcnt - before)
del names
print('and gone:', struct.ob_refcnt - before)
print('getrefcount sees its own argument:', sys.getrefcount(number) - struct.ob_refcnt)

small = look(100)
before = small.ob_refcnt
same = 50 + 50
print('a small int is shared:', same is 100, small.ob_refcnt - before)

print(string_at(id(2 ** 30 + 5) + 16, 16).hex())

large = 3 ** 50
digits = (c_uint32 * 3).from_address(id(large) + 24)
print(list(digits), large == 3 ** 50)
digits[0] += 1
print('an immutable int, changed in place:', large - 3 ** 50)
