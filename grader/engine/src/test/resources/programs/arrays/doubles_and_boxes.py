# A C array of doubles beside a list of floats: values in a row, or pointers to boxes.
from ctypes import Structure, POINTER, addressof, c_double, c_float, c_ssize_t, c_void_p, sizeof, string_at
import sys


class FloatObject(Structure):
    _fields_ = [('ob_refcnt', c_ssize_t), ('ob_type', c_void_p), ('ob_fval', c_double)]


numbers = [1.5, -2.0, 3.25]
array = (c_double * 3)(*numbers)
print(sizeof(array), string_at(addressof(array), sizeof(array)).hex())
print(list(array), [addressof(array) + 8 * at - addressof(array) for at in range(3)])

boxes = [FloatObject.from_address(id(number)) for number in numbers]
print(sizeof(FloatObject), [box.ob_fval for box in boxes], [box.ob_type == id(float) for box in boxes])
print([string_at(id(number) + 16, 8).hex() for number in numbers])
print('bytes a number:', sizeof(c_double), 'in the array,', 8 + sys.getsizeof(1.5), 'in the list')

array[1] = 10
print(array[1], type(array[1]).__name__, array[1] is array[1])
try:
    array[1] = 'text'
except TypeError as error:
    print(error)
try:
    array[3] = 1.0
except IndexError as error:
    print(error)

view = memoryview(array)
print(view.format, view.itemsize, view.shape, view.nbytes)
flat = view.cast('B')
flat[0:8] = bytes(8)
print(list(array))

print(sum((c_double * 4)(*range(4))), list((c_float * 2)(0.1, 0.5)))
matrix = ((c_double * 2) * 2)((1, 2), (3, 4))
print(sizeof(matrix), [list(row) for row in matrix])
matrix[1][0] = 9
print(string_at(addressof(matrix) + 16, 8).hex(), [list(row) for row in matrix])

boxed = numbers[0]
box = FloatObject.from_address(id(boxed))
box.ob_fval = 7.0
print(numbers, boxed)
boxed_pointers = (POINTER(FloatObject) * 3)(*[POINTER(FloatObject)(FloatObject.from_address(id(n))) for n in numbers])
print([pointer.contents.ob_fval for pointer in boxed_pointers])
