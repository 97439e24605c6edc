# the cache of small ints: one object for each number from -5 to 256
import sys

def same(make):
    return make() is make()

print([n for n in range(-8, 260) if int(str(n)) is not int(str(n))])
a = int('256'); b = int('256')
print(a is b, int('257') is int('257'), int('-5') is int('-5'), int('-6') is int('-6'))
print((200 + 56) is a, (a + 1) is (a + 1), (a + 1 - 1) is a)
x = 1000; y = 1000
print(x is y)                      # one constant of one code object

def f():
    return 1000
print(f() is f(), f() is x)
before = sys.getrefcount(7)
keep = [7] * 100
print(sys.getrefcount(7) - before)
del keep
print(sys.getrefcount(7) - before)
big = int('123456789')
before = sys.getrefcount(big)
keep = [big] * 100
print(sys.getrefcount(big) - before)
print(True is (1 == 1), bool(5) is True, None is None, (1 < 2) is (2 < 3))
print('' is str(), chr(97) is 'a', chr(233) is chr(233), chr(300) is chr(300))
print(() is tuple([]), b'' is bytes(), frozenset() is frozenset([]), (1,) is (1,))
print('name' is 'name', 'a' + 'b' is 'ab', sys.intern('x y') is sys.intern('x ' + 'y'))
s = 'abc'
print(s[1:2] is 'b', s[:] is s, str(s) is s)
print(sum(x is y for x, y in zip(range(300), range(300))))
