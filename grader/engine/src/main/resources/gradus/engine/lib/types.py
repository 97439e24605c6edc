"""Adds to the names of types what is easier said in Python."""


def prepare_class(name, bases=(), kwds=None):
    """The metaclass a class statement would use, its namespace, and the keywords that are left."""
    keywords = dict(kwds or {})
    if "metaclass" in keywords:
        meta = keywords.pop("metaclass")
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _most_derived(meta, bases)
    namespace = meta.__prepare__(name, bases, **keywords) if hasattr(meta, "__prepare__") else {}
    return meta, namespace, keywords


def _most_derived(meta, bases):
    for base in bases:
        kind = type(base)
        if issubclass(kind, meta):
            meta = kind
        elif not issubclass(meta, kind):
            raise TypeError(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                "subclass of the metaclasses of all its bases")
    return meta


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class as a class statement would; exec_body fills the namespace."""
    meta, namespace, keywords = prepare_class(name, bases, kwds)
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, bases, namespace, **keywords)


class DynamicClassAttribute:
    """A property of instances; asked of the class, it is looked for by the metaclass."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        return self._with(fget, self.fset, self.fdel, fget.__doc__ if self.overwrite_doc else None)

    def setter(self, fset):
        return self._with(self.fget, fset, self.fdel, None)

    def deleter(self, fdel):
        return self._with(self.fget, self.fset, fdel, None)

    def _with(self, fget, fset, fdel, doc):
        made = type(self)(fget, fset, fdel, doc or self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made


class _GeneratorWrapper:
    """Lets an object that acts as a generator be awaited."""

    def __init__(self, wrapped):
        self._wrapped = wrapped
        self._is_generator = isinstance(wrapped, GeneratorType)
        self.__name__ = getattr(wrapped, "__name__", None)
        self.__qualname__ = getattr(wrapped, "__qualname__", None)

    def send(self, value):
        return self._wrapped.send(value)

    def throw(self, kind, *rest):
        return self._wrapped.throw(kind, *rest)

    def close(self):
        return self._wrapped.close()

    gi_code = property(lambda self: self._wrapped.gi_code)
    gi_frame = property(lambda self: self._wrapped.gi_frame)
    gi_running = property(lambda self: self._wrapped.gi_running)
    gi_yieldfrom = property(lambda self: self._wrapped.gi_yieldfrom)
    cr_code = gi_code
    cr_frame = gi_frame
    cr_running = gi_running
    cr_await = gi_yieldfrom

    def __next__(self):
        return next(self._wrapped)

    def __iter__(self):
        return self._wrapped if self._is_generator else self

    __await__ = __iter__


def coroutine(func):
    """Marks a generator function as one whose generators may be awaited."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if type(func) is FunctionType and type(getattr(func, "__code__", None)) is CodeType:
        flags = func.__code__.co_flags
        if flags & 0x180:
            return func
        if flags & 0x20:
            old = func.__code__
            func.__code__ = CodeType(
                old.co_argcount, old.co_kwonlyargcount, old.co_nlocals, old.co_stacksize,
                flags | 0x100, old.co_code, old.co_consts, old.co_names, old.co_varnames,
                old.co_filename, old.co_name, old.co_firstlineno, old.co_lnotab,
                old.co_freevars, old.co_cellvars)
            return func

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if (made is None or type(made) is CoroutineType
                or type(made) is GeneratorType and made.gi_code.co_flags & 0x100):
            return made
        acts = all(hasattr(made, name) for name in ("send", "throw", "close", "__next__"))
        return _GeneratorWrapper(made) if acts and not hasattr(made, "__await__") else made

    for attribute in ("__module__", "__name__", "__qualname__", "__doc__"):
        setattr(wrapped, attribute, getattr(func, attribute, None))
    wrapped.__wrapped__ = func
    return wrapped


__all__ = [name for name in globals() if not name.startswith("_")]
