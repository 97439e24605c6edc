"""isinstance and issubclass of things that only look like classes."""


class Abstract:
    def __init__(self, bases):
        self.bases = bases

    def getbases(self):
        return self.bases
    __bases__ = property(getbases)

    def __call__(self):
        return Instance(self)


class Instance:
    def __init__(self, cls):
        self.cls = cls
    __class__ = property(lambda self: self.cls)


base = Abstract(())
child = Abstract((base,))
print(isinstance(child(), base), isinstance(base(), child), issubclass(child, base), issubclass(base, child))
print(isinstance(child(), (int, base)), isinstance(3, base), isinstance(child(), int))


class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattribute__(self, name):
        return type(object.__getattribute__(self, 'target')) if name == '__class__' else None


print(isinstance(Proxy(3), int), isinstance(Proxy([]), (str, list)), isinstance(Proxy(3), str))


def attempt(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, str(error)[:52])


attempt(isinstance, 1, 1)
attempt(issubclass, 1, int)
attempt(issubclass, int, 1)
attempt(issubclass, int, (str, 1))
nested = (int,)
for _ in range(2000):
    nested = (nested,)
attempt(isinstance, '', nested)
attempt(issubclass, str, nested)
