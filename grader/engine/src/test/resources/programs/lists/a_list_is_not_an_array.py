# PyListObject, read where it lies: pointers to boxed ints in an array of their own.
from ctypes import POINTER, Structure, addressof, c_ssize_t, c_uint32, c_void_p, cast, py_object, sizeof


class IntObject(Structure):
    _fields_ = [('ob_refcnt', c_ssize_t), ('ob_type', c_void_p), ('ob_size', c_ssize_t), ('ob_digit', c_uint32 * 1)]


class ListObject(Structure):
    _fields_ = [
        ('ob_refcnt', c_ssize_t),
        ('ob_type', c_void_p),
        ('ob_size', c_ssize_t),
        ('ob_item', POINTER(POINTER(IntObject))),
        ('allocated', c_ssize_t),
    ]

    def __repr__(self):
        return 'ListObject(ob_size=%d, allocated=%d)' % (self.ob_size, self.allocated)


print(sizeof(ListObject), [(name, getattr(ListObject, name).offset) for name, _ in ListObject._fields_])

values = [1000, 2000, 3000]
struct = ListObject.from_address(id(values))
print(struct, bool(struct.ob_item), struct.ob_type == id(list))

pointers = (c_void_p * struct.ob_size).from_address(addressof(struct.ob_item.contents))
print([pointer == id(value) for pointer, value in zip(pointers, values)])

boxes = (POINTER(IntObject) * struct.ob_size).from_address(addressof(struct.ob_item.contents))
print([box[0].ob_digit[0] for box in boxes])
print([box.contents.ob_size for box in boxes])
print([struct.ob_item[at].contents.ob_digit[0] for at in range(struct.ob_size)])

print('growing, and what the array is given each time:')
grown = []
view = ListObject.from_address(id(grown))
seen = []
for number in range(20):
    grown.append(number)
    if not seen or seen[-1] != view.allocated:
        seen.append(view.allocated)
print(seen, view)
while grown:
    grown.pop()
    if seen[-1] != view.allocated:
        seen.append(view.allocated)
print(seen, view)

print('the same object in two places:')
shared = [values[0]] * 3
view = ListObject.from_address(id(shared))
print([addressof(view.ob_item[at].contents) == id(values[0]) for at in range(3)])
count = view.ob_item[0].contents.ob_refcnt
shared.pop()
print(view.ob_item[0].contents.ob_refcnt - count)

print('a slot, exchanged behind the list:')
slots = (c_void_p * 3).from_address(addressof(struct.ob_item.contents))
slots[0], slots[2] = slots[2], slots[0]
print(values)

print('from an address back to the object:')
print(cast(id(values), py_object).value is values, cast(slots[1], py_object).value)

empty = []
print(bool(ListObject.from_address(id(empty)).ob_item), ListObject.from_address(id(empty)))
copy = list(values)
longer = values + [1]
zeros = [0] * 10
print([ListObject.from_address(id(each)) for each in (copy, longer, zeros)])
