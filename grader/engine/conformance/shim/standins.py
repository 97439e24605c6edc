"""Stands in for what a test may not have: a name can be imported and passed on, but not used.

While a test module is being loaded everything about a stand-in works and gives stand-ins again, so that one missing
module does not cost the whole file. Once tests run, using one raises Needs, which says what is missing.
"""
loading = True


class Needs(BaseException):
    """What a test needs is out of reach."""


def _used(self, *args, **kwargs):
    if loading:
        return standin(self._standin_path)
    raise Needs(self._standin_path)


def _listed(self):
    if loading:
        return iter(())
    raise Needs(self._standin_path)


def _truth(self):
    if loading:
        return False
    raise Needs(self._standin_path)


class StandIn(type):
    """A class that can also be taken for a module, a function, a decorator or a number."""

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return standin(self._standin_path + '.' + name)

    def __call__(self, *args, **kwargs):
        # A decorator of a function hands back something that cannot be used, too.
        if loading:
            return standin(self._standin_path)
        raise Needs(self._standin_path)

    def __hash__(self):
        return id(self)

    __iter__ = _listed
    __bool__ = _truth
    __len__ = __contains__ = __enter__ = __exit__ = __instancecheck__ = __subclasscheck__ = _used
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _used
    __floordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = __and__ = __rand__ = __or__ = __ror__ = _used
    __lshift__ = __rshift__ = __neg__ = __pos__ = __invert__ = __abs__ = __getitem__ = __index__ = __int__ = _used
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _used


def standin(path):
    return StandIn(path, (), {'_standin_path': path, '__module__': 'standins'})


def is_standin(value):
    return type(value) is StandIn
