"""Looks into live objects: what they are, where they come from, how they are called."""

import dis as _dis
import linecache
import sys
import types

for _flag, _name in _dis.COMPILER_FLAG_NAMES.items():
    globals()["CO_" + _name] = _flag
del _flag, _name

TPFLAGS_IS_ABSTRACT = 1 << 20


def _record(name, fields):
    """A class of tuples with named places."""
    names = tuple(fields.replace(",", " ").split())

    def __new__(cls, *args, **kwargs):
        values = list(args)
        for field in names[len(args):]:
            if field not in kwargs:
                raise TypeError("__new__() missing a required argument: %r" % field)
            values.append(kwargs.pop(field))
        if kwargs or len(values) != len(names):
            raise TypeError("__new__() takes the fields %s" % ", ".join(names))
        return tuple.__new__(cls, values)

    def __repr__(self):
        return "%s(%s)" % (name, ", ".join("%s=%r" % pair for pair in zip(names, self)))

    def _asdict(self):
        return dict(zip(names, self))

    def _replace(self, **changes):
        return type(self)(*[changes.get(field, value) for field, value in zip(names, self)])

    namespace = dict(
        __slots__=(), _fields=names, __new__=__new__, __repr__=__repr__, _asdict=_asdict,
        _replace=_replace, __module__=__name__)
    for index, field in enumerate(names):
        namespace[field] = property(lambda self, _index=index: self[_index])
    return type(name, (tuple,), namespace)


# What is it?

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def _function_with(object, flag):
    return bool((isfunction(object) or ismethod(object)) and object.__code__.co_flags & flag)


def isgeneratorfunction(object):
    return _function_with(object, CO_GENERATOR)


def iscoroutinefunction(object):
    return _function_with(object, CO_COROUTINE)


def isasyncgenfunction(object):
    return _function_with(object, CO_ASYNC_GENERATOR)


def isawaitable(object):
    if isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__"):
        return True
    return isgenerator(object) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") and hasattr(type(object), "__get__")


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isroutine(object):
    return any(is_one(object) for is_one in (isbuiltin, isfunction, ismethod, ismethoddescriptor))


def isabstract(object):
    """Whether a class still has abstract methods."""
    if not isclass(object):
        return False
    if object.__flags__ & TPFLAGS_IS_ABSTRACT:
        return True
    if not hasattr(type(object), "_abc_registry"):
        return False
    return bool(getattr(object, "__abstractmethods__", ()))


# Classes and their members.

Attribute = _record("Attribute", "name kind defining_class object")


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    """Pairs of a name and a member, sorted by name."""
    names = dir(object)
    bases = getmro(object) if isclass(object) else ()
    for base in bases:
        for name, member in base.__dict__.items():
            if isinstance(member, types.DynamicClassAttribute):
                names.append(name)
    found = []
    done = set()
    for name in names:
        try:
            member = getattr(object, name)
            if name in done:
                raise AttributeError
        except AttributeError:
            holders = [base for base in bases if name in base.__dict__]
            if not holders:
                continue
            member = holders[0].__dict__[name]
        if predicate is None or predicate(member):
            found.append((name, member))
        done.add(name)
    found.sort(key=lambda pair: pair[0])
    return found


def classify_class_attrs(cls):
    """An Attribute for each name of a class, sorted: what kind it is and where it was defined."""
    mro = getmro(cls)
    meta = [base for base in getmro(type(cls)) if base not in (type, object)]
    names = dir(cls)
    for base in mro:
        names.extend(
            name for name, member in base.__dict__.items()
            if isinstance(member, types.DynamicClassAttribute))
    return [
        attribute
        for attribute in (_classify(cls, name, mro, tuple(meta)) for name in sorted(set(names)))
        if attribute is not None]


def _classify(cls, name, mro, meta):
    got = None
    home = None
    if name != "__dict__":
        try:
            got = getattr(cls, name)
            home = _home_of(got, name, mro, meta)
        except Exception:
            got = None
    held = None
    holder = None
    for base in mro + (type(cls),) + meta:
        if name in base.__dict__:
            holder, held = base, base.__dict__[name]
            break
    if home is None:
        home = holder
    if home is None:
        return None
    value = got if got is not None else held
    if isinstance(held, staticmethod) or isinstance(held, types.BuiltinFunctionType):
        return Attribute(name, "static method", home, held)
    if isinstance(held, classmethod) or type(held).__name__ == "classmethod_descriptor":
        return Attribute(name, "class method", home, held)
    if isinstance(held, property) or isinstance(held, types.DynamicClassAttribute):
        return Attribute(name, "property", home, held)
    return Attribute(name, "method" if isroutine(value) else "data", home, value)


def _home_of(got, name, mro, meta):
    """The class an attribute came from: what it says itself, else the last that gives the same."""
    home = getattr(got, "__objclass__", None)
    if home in mro:
        return home
    last = None
    for base in mro:
        if name in base.__dict__ and getattr(base, name, None) is got:
            last = base
    for base in meta:
        if last is None and name in base.__dict__ and getattr(base, name, None) is got:
            last = base
    return last


def getclasstree(classes, unique=False):
    """Classes as nested lists: a class and its bases, then the list of what is derived from it."""
    children = {}
    roots = []
    for one in classes:
        if one.__bases__:
            for base in one.__bases__:
                children.setdefault(base, [])
                if one not in children[base]:
                    children[base].append(one)
                if unique and base in classes:
                    break
        elif one not in roots:
            roots.append(one)
    for base in children:
        if base not in classes:
            roots.append(base)
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    tree = []
    for one in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        tree.append((one, one.__bases__))
        if one in children:
            tree.append(walktree(children[one], children, one))
    return tree


_missing = object()


def _held_by(base, name):
    return type.__dict__["__dict__"].__get__(base).get(name, _missing)


def getattr_static(obj, attr, default=_missing):
    """The attribute without running any of the object's own code."""
    own = _missing
    kind = obj if isinstance(obj, type) else type(obj)
    mro = type.__dict__["__mro__"].__get__(kind)
    if not isinstance(obj, type):
        holder = next(
            (member for member in (_held_by(base, "__dict__") for base in mro)
             if member is not _missing), _missing)
        if holder is _missing or isgetsetdescriptor(holder):
            try:
                own = object.__getattribute__(obj, "__dict__").get(attr, _missing)
            except AttributeError:
                pass
    found = next(
        (member for member in (_held_by(base, attr) for base in mro) if member is not _missing),
        _missing)
    if own is not _missing and found is not _missing:
        descriptor = type(found)
        if hasattr(descriptor, "__get__") and hasattr(descriptor, "__set__"):
            return found
    if own is not _missing:
        return own
    if found is not _missing:
        return found
    if obj is kind:
        for base in type.__dict__["__mro__"].__get__(type(kind)):
            member = _held_by(base, attr)
            if member is not _missing:
                return member
    if default is not _missing:
        return default
    raise AttributeError(attr)


def unwrap(func, *, stop=None):
    """Follows __wrapped__ to the function at the bottom."""
    first = func
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError("wrapper loop when unwrapping {!r}".format(first))
        seen.add(id(func))
    return func


# Documentation and source.

def cleandoc(doc):
    """A docstring without the indentation its source gave it."""
    lines = doc.expandtabs().split("\n")
    margin = min(
        (len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=None)
    lines[0] = lines[0].lstrip()
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def _inherited_doc(object):
    name = getattr(object, "__name__", None)
    if isclass(object):
        for base in getmro(object)[1:]:
            if base is not builtin_object and base.__doc__ is not None:
                return base.__doc__
        return None
    owner = _owner_of(object)
    if isinstance(object, property):
        name = object.fget.__name__
    elif isinstance(object, (staticmethod, classmethod)):
        name = object.__func__.__name__
    for base in getmro(owner) if owner is not None else ():
        doc = getattr(getattr(base, name, None), "__doc__", None)
        if doc is not None:
            return doc
    return None


builtin_object = object


def _owner_of(member):
    """The class a method or property was defined in, found by its qualified name."""
    if ismethod(member) and not isclass(member.__self__):
        return type(member.__self__)
    if ismethod(member):
        return member.__self__
    if hasattr(member, "__objclass__"):
        return member.__objclass__
    if isinstance(member, property):
        member = member.fget
    if isinstance(member, (staticmethod, classmethod)):
        member = member.__func__
    if not isfunction(member):
        return None
    found = sys.modules.get(member.__module__)
    for part in member.__qualname__.split(".")[:-1]:
        found = getattr(found, part, None)
    return found if isclass(found) else None


def getdoc(object):
    """An object's docstring, its own or an inherited one, cleaned."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None) or "")


def getmodulename(path):
    name = path.rsplit("/", 1)[-1]
    return name[:-3] if name.endswith(".py") else None


def getfile(object):
    """The file an object was defined in."""
    if ismodule(object):
        if hasattr(object, "__file__"):
            return object.__file__
        raise TypeError("{!r} is a built-in module".format(object))
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if hasattr(module, "__file__"):
            return module.__file__
        raise TypeError("{!r} is a built-in class".format(object))
    for attribute in ("__func__", "__code__", "tb_frame", "f_code"):
        object = getattr(object, attribute, object)
    if iscode(object):
        return object.co_filename
    raise TypeError("{!r} is not a module, class, method, function, traceback, frame, or "
                    "code object".format(object))


def getsourcefile(object):
    name = getfile(object)
    return name if linecache.getlines(name) else None


getabsfile = getfile


def findsource(object):
    """All lines of the file an object was defined in, and where its own begin, counted from 0."""
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _class_line(lines, object.__name__)
    for attribute in ("__func__", "__code__", "tb_frame", "f_code"):
        object = getattr(object, attribute, object)
    number = min(object.co_firstlineno, len(lines)) - 1
    while number > 0 and not lines[number].lstrip().startswith(("def ", "async ", "@")) \
            and "lambda" not in lines[number]:
        number -= 1
    return lines, number


def _class_line(lines, name):
    found = []
    for number, line in enumerate(lines):
        words = line.replace("(", " ").replace(":", " ").split()
        if words[:2] == ["class", name]:
            found.append((indentsize(line), number))
    if not found:
        raise OSError("could not find class definition")
    return min(found)[1]


def getblock(lines):
    """The lines of the block that begins with the first line."""
    margin = indentsize(lines[0])
    whole = 1
    for end in range(1, len(lines) + 1):
        following = lines[end] if end < len(lines) else ""
        if end < len(lines) and (not following.strip() or indentsize(following) > margin
                                 or following.lstrip().startswith("#")):
            continue
        if _compiles(lines[:end], margin):
            whole = end
            break
    block = lines[:whole]
    while len(block) > 1 and (not block[-1].strip() or block[-1].lstrip().startswith("#")
                              and indentsize(block[-1]) <= margin):
        block.pop()
    return block


def _compiles(lines, margin):
    head = "if 1:\n" if margin else ""
    try:
        compile(head + "".join(lines), "<block>", "exec")
    except SyntaxError:
        return False
    return True


def getsourcelines(object):
    """The lines of an object's source, and the number of the first."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    """The comment lines right above an object."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == "#":
            end += 1
        return "".join(line.expandtabs() for line in lines[start:end]) or None
    margin = indentsize(lines[number])
    start = number
    while start > 0 and lines[start - 1].lstrip()[:1] == "#" \
            and indentsize(lines[start - 1]) == margin:
        start -= 1
    return "".join(line.expandtabs().lstrip() for line in lines[start:number]) or None


# Frames.

Traceback = _record("Traceback", "filename lineno function code_context index")
FrameInfo = _record("FrameInfo", "frame filename lineno function code_context index")
ClosureVars = _record("ClosureVars", "nonlocals globals builtins unbound")


def currentframe():
    """The caller's frame."""
    return sys._getframe(1)


def getlineno(frame):
    return frame.f_lineno


def getframeinfo(frame, context=1):
    """Where a frame or traceback is: file, line, function, and the lines around."""
    if istraceback(frame):
        number, frame = frame.tb_lineno, frame.tb_frame
    else:
        number = frame.f_lineno
    if not isframe(frame):
        raise TypeError("{!r} is not a frame or traceback object".format(frame))
    name = getsourcefile(frame) or getfile(frame)
    lines = linecache.getlines(name) if context > 0 else []
    if not lines:
        return Traceback(name, number, frame.f_code.co_name, None, None)
    start = max(0, min(number - 1 - context // 2, len(lines) - context))
    return Traceback(
        name, number, frame.f_code.co_name, lines[start:start + context], number - 1 - start)


def getouterframes(frame, context=1):
    """A FrameInfo for a frame and each that called it, innermost first."""
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)


# Generators and coroutines.

GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"
CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"


def _state(running, frame, kind):
    if running:
        return kind + "_RUNNING"
    if frame is None:
        return kind + "_CLOSED"
    return kind + ("_CREATED" if frame.f_lasti == -1 else "_SUSPENDED")


def getgeneratorstate(generator):
    return _state(generator.gi_running, generator.gi_frame, "GEN")


def getcoroutinestate(coroutine):
    return _state(coroutine.cr_running, coroutine.cr_frame, "CORO")


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError("'{!r}' is not a Python generator".format(generator))
    frame = generator.gi_frame
    return frame.f_locals if frame is not None else {}


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, "cr_frame", None)
    return frame.f_locals if frame is not None else {}


def getclosurevars(func):
    """What a function's free names mean at present."""
    func = getattr(func, "__func__", func)
    if not isfunction(func):
        raise TypeError("'{!r}' is not a Python function".format(func))
    code = func.__code__
    cells = zip(code.co_freevars, func.__closure__ or ())
    held = {name: cell.cell_contents for name, cell in cells}
    spaces = func.__globals__
    built = spaces.get("__builtins__", __builtins__)
    built = built.__dict__ if ismodule(built) else built
    seen, known, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in spaces:
            seen[name] = spaces[name]
        elif name in built:
            known[name] = built[name]
        else:
            unbound.add(name)
    return ClosureVars(held, seen, known, unbound)


# How it is called.

class _empty:
    """Stands for what a signature does not say."""


class _ParameterKind(int):
    """How an argument may be given: a number with a name."""

    _texts = {
        "POSITIONAL_ONLY": "positional-only", "POSITIONAL_OR_KEYWORD": "positional or keyword",
        "VAR_POSITIONAL": "variadic positional", "KEYWORD_ONLY": "keyword-only",
        "VAR_KEYWORD": "variadic keyword"}

    def __new__(cls, value, name):
        made = int.__new__(cls, value)
        made.name = name
        return made

    def __str__(self):
        return self.name

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, self)


_KINDS = [_ParameterKind(_value, _text) for _value, _text in enumerate(_ParameterKind._texts)]


class Parameter:
    """One parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in _KINDS:
            raise ValueError("value {!r} is not a valid Parameter.kind".format(kind))
        if default is not _empty and kind in (self.VAR_POSITIONAL, self.VAR_KEYWORD):
            raise ValueError(
                "{} parameters cannot have default values".format(_KINDS[kind].name))
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a {}".format(type(name).__name__))
        if name[:1] == "." and name[1:].isdigit():
            if kind != self.POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed in as positional or keyword")
            kind, name = self.POSITIONAL_ONLY, "implicit" + name[1:]
        if not name.isidentifier():
            raise ValueError("{!r} is not a valid parameter name".format(name))
        self._name = name
        self._kind = _KINDS[kind]
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_missing, kind=_missing, annotation=_missing, default=_missing):
        return type(self)(
            self._name if name is _missing else name,
            self._kind if kind is _missing else kind,
            default=self._default if default is _missing else default,
            annotation=self._annotation if annotation is _missing else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ":" + formatannotation(self._annotation)
        if self._default is not _empty:
            text += "=" + repr(self._default)
        stars = {self.VAR_POSITIONAL: "*", self.VAR_KEYWORD: "**"}
        return stars.get(self._kind, "") + text

    def __repr__(self):
        return '<{} "{}">'.format(type(self).__name__, self)

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        if self is other:
            return True
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented


def formatannotation(annotation, base_module=None):
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class BoundArguments:
    """Which argument went to which parameter."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        values = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
                break
            if name not in self.arguments:
                break
            value = self.arguments[name]
            if parameter.kind == Parameter.VAR_POSITIONAL:
                values.extend(value)
            else:
                values.append(value)
        return tuple(values)

    @property
    def kwargs(self):
        values = {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
                by_name = True
            elif name not in self.arguments:
                by_name = True
                continue
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind == Parameter.VAR_KEYWORD:
                values.update(self.arguments[name])
            else:
                values[name] = self.arguments[name]
        return values

    def apply_defaults(self):
        """Fills in the defaults of the parameters that got nothing."""
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == Parameter.VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind == Parameter.VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        pairs = ", ".join("%s=%r" % pair for pair in self.arguments.items())
        return "<{} ({})>".format(type(self).__name__, pairs)


class Signature:
    """The parameters of a callable, in order, and what it returns."""

    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        held = {}
        top = Parameter.POSITIONAL_ONLY
        defaults = False
        for parameter in parameters or ():
            kind = parameter.kind
            if __validate_parameters__:
                if kind < top:
                    raise ValueError("wrong parameter order: {!r} before {!r}".format(top, kind))
                if kind > top:
                    defaults, top = False, kind
                if kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
                    if parameter.default is not _empty:
                        defaults = True
                    elif defaults:
                        raise ValueError("non-default argument follows default argument")
                if parameter.name in held:
                    raise ValueError("duplicate parameter name: {!r}".format(parameter.name))
            held[parameter.name] = parameter
        self._parameters = types.MappingProxyType(held)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True):
        return _signature_of(obj, cls, follow_wrapped)

    @classmethod
    def from_function(cls, func):
        return _signature_of_function(func, cls)

    def replace(self, *, parameters=_missing, return_annotation=_missing):
        return type(self)(
            self._parameters.values() if parameters is _missing else parameters,
            return_annotation=self._return_annotation
            if return_annotation is _missing else return_annotation)

    def _key(self):
        ordered = tuple(
            p for p in self._parameters.values() if p.kind != Parameter.KEYWORD_ONLY)
        named = {p.name: p for p in self._parameters.values() if p.kind == Parameter.KEYWORD_ONLY}
        return ordered, named, self._return_annotation

    def __hash__(self):
        ordered, named, returned = self._key()
        return hash((ordered, frozenset(named.values()), returned))

    def __eq__(self, other):
        if self is other:
            return True
        return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

    def bind(*args, **kwargs):
        """Which parameter each argument goes to; TypeError if the call would fail."""
        return args[0]._bind(args[1:], kwargs, False)

    def bind_partial(*args, **kwargs):
        """The same where arguments may be missing."""
        return args[0]._bind(args[1:], kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        waiting = list(args)
        rest = dict(kwargs)
        collect = None
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == Parameter.VAR_POSITIONAL:
                if waiting:
                    arguments[name] = tuple(waiting)
                    waiting = []
            elif waiting and kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD):
                raise TypeError("too many positional arguments")
            elif kind == Parameter.VAR_KEYWORD:
                collect = name
            elif waiting:
                if name in rest and kind != Parameter.POSITIONAL_ONLY:
                    raise TypeError("multiple values for argument {!r}".format(name))
                arguments[name] = waiting.pop(0)
            elif name in rest:
                if kind == Parameter.POSITIONAL_ONLY:
                    raise TypeError(
                        "{!r} parameter is positional only, but was passed as a keyword".format(
                            name))
                arguments[name] = rest.pop(name)
            elif not partial and parameter.default is _empty:
                raise TypeError("missing a required argument: {!r}".format(name))
        if waiting:
            raise TypeError("too many positional arguments")
        if rest:
            if collect is None:
                raise TypeError("got an unexpected keyword argument {!r}".format(next(iter(rest))))
            arguments[collect] = rest
        return BoundArguments(self, arguments)

    def __str__(self):
        parts = []
        slash = False
        star = True
        for parameter in self._parameters.values():
            if parameter.kind == Parameter.POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if parameter.kind == Parameter.VAR_POSITIONAL:
                star = False
            elif parameter.kind == Parameter.KEYWORD_ONLY and star:
                parts.append("*")
                star = False
            parts.append(str(parameter))
        if slash:
            parts.append("/")
        text = "(%s)" % ", ".join(parts)
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return "<{} {}>".format(type(self).__name__, self)


def _signature_of_function(func, cls=Signature):
    code = func.__code__
    notes = func.__annotations__
    names = code.co_varnames
    positional = names[:code.co_argcount]
    defaults = func.__defaults__ or ()
    plain = len(positional) - len(defaults)
    parameters = []
    for index, name in enumerate(positional):
        parameters.append(Parameter(
            name, Parameter.POSITIONAL_OR_KEYWORD, annotation=notes.get(name, _empty),
            default=defaults[index - plain] if index >= plain else _empty))
    next_name = code.co_argcount + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        name = names[next_name]
        next_name += 1
        parameters.append(
            Parameter(name, Parameter.VAR_POSITIONAL, annotation=notes.get(name, _empty)))
    for name in names[code.co_argcount:code.co_argcount + code.co_kwonlyargcount]:
        parameters.append(Parameter(
            name, Parameter.KEYWORD_ONLY, annotation=notes.get(name, _empty),
            default=(func.__kwdefaults__ or {}).get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        name = names[next_name]
        parameters.append(
            Parameter(name, Parameter.VAR_KEYWORD, annotation=notes.get(name, _empty)))
    return cls(
        parameters, return_annotation=notes.get("return", _empty), __validate_parameters__=False)


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind != Parameter.VAR_POSITIONAL:
        parameters.pop(0)
    return signature.replace(parameters=parameters)


def _user_method(cls, name):
    method = getattr(cls, name, None)
    return method if isfunction(method) or ismethod(method) else None


def _signature_of(obj, cls=Signature, follow_wrapped=True, skip_bound=True):
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if ismethod(obj):
        inner = _signature_of(obj.__func__, cls, follow_wrapped)
        return _without_first(inner) if skip_bound else inner
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
        if ismethod(obj):
            return _signature_of(obj, cls)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError("unexpected object {!r} in __signature__ attribute".format(given))
        return given
    if isfunction(obj):
        return _signature_of_function(obj, cls)
    if isclass(obj):
        return _signature_of_class(obj, cls)
    call = _user_method(type(obj), "__call__")
    if call is not None:
        return _without_first(_signature_of(call, cls))
    if isbuiltin(obj):
        raise ValueError("no signature found for builtin {!r}".format(obj))
    raise ValueError("callable {!r} is not supported by signature".format(obj))


def _signature_of_class(obj, cls):
    for owner, name in ((type(obj), "__call__"), (obj, "__new__"), (obj, "__init__")):
        method = _user_method(owner, name)
        if method is not None:
            return _without_first(_signature_of(method, cls))
    if type not in obj.__mro__:
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls()
        raise ValueError("no signature found for builtin type {!r}".format(obj))
    raise ValueError("no signature found for builtin type {!r}".format(obj))


def signature(obj, *, follow_wrapped=True):
    """How a callable is called."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped)


# How it was asked for before there were signatures.

Arguments = _record("Arguments", "args, varargs, varkw")
ArgSpec = _record("ArgSpec", "args varargs keywords defaults")
FullArgSpec = _record(
    "FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")
ArgInfo = _record("ArgInfo", "args varargs keywords locals")


def getargs(co):
    """The names of a code object's parameters."""
    if not iscode(co):
        raise TypeError("{!r} is not a code object".format(co))
    names = co.co_varnames
    after = co.co_argcount + co.co_kwonlyargcount
    starred = doubly = None
    if co.co_flags & CO_VARARGS:
        starred = names[after]
        after += 1
    if co.co_flags & CO_VARKEYWORDS:
        doubly = names[after]
    return Arguments(list(names[:co.co_argcount + co.co_kwonlyargcount]), starred, doubly)


def getfullargspec(func):
    """The names, defaults and annotations of a callable's parameters."""
    try:
        found = _signature_of(func, follow_wrapped=False, skip_bound=False)
    except Exception as problem:
        raise TypeError("unsupported callable") from problem
    args, named, defaults, named_defaults, notes = [], [], (), {}, {}
    if found.return_annotation is not _empty:
        notes["return"] = found.return_annotation
    starred = doubly = None
    for name, parameter in found.parameters.items():
        if parameter.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif parameter.kind == Parameter.VAR_POSITIONAL:
            starred = name
        elif parameter.kind == Parameter.KEYWORD_ONLY:
            named.append(name)
            if parameter.default is not _empty:
                named_defaults[name] = parameter.default
        else:
            doubly = name
        if parameter.annotation is not _empty:
            notes[name] = parameter.annotation
    return FullArgSpec(
        args, starred, doubly, defaults or None, named, named_defaults or None, notes)


def getargspec(func):
    spec = getfullargspec(func)
    if spec.kwonlyargs or spec.annotations:
        raise ValueError("Function has keyword-only parameters or annotations, "
                         "use getfullargspec() API which can support them")
    return ArgSpec(spec.args, spec.varargs, spec.varkw, spec.defaults)


def getargvalues(frame):
    """The names of a frame's parameters, and its locals."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargspec(args, varargs=None, varkw=None, defaults=None, kwonlyargs=(),
                  kwonlydefaults={}, annotations={}, formatarg=str,
                  formatvarargs=lambda name: "*" + name, formatvarkw=lambda name: "**" + name,
                  formatvalue=lambda value: "=" + repr(value),
                  formatreturns=lambda text: " -> " + text, formatannotation=formatannotation):
    """What getfullargspec tells, as the text of a parameter list."""
    def noted(name):
        text = formatarg(name)
        if name in annotations:
            text += ": " + formatannotation(annotations[name])
        return text

    parts = []
    plain = len(args) - len(defaults or ())
    for index, name in enumerate(args):
        parts.append(noted(name) + (formatvalue(defaults[index - plain]) if index >= plain else ""))
    if varargs is not None:
        parts.append(formatvarargs(noted(varargs)))
    elif kwonlyargs:
        parts.append("*")
    for name in kwonlyargs or ():
        known = kwonlydefaults and name in kwonlydefaults
        parts.append(noted(name) + (formatvalue(kwonlydefaults[name]) if known else ""))
    if varkw is not None:
        parts.append(formatvarkw(noted(varkw)))
    text = "(" + ", ".join(parts) + ")"
    if "return" in annotations:
        text += formatreturns(formatannotation(annotations["return"]))
    return text


def formatargvalues(args, varargs, varkw, locals, formatarg=str,
                    formatvarargs=lambda name: "*" + name, formatvarkw=lambda name: "**" + name,
                    formatvalue=lambda value: "=" + repr(value)):
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(parts) + ")"


def _listed(names):
    quoted = [repr(name) for name in names]
    if len(quoted) == 1:
        return quoted[0]
    if len(quoted) == 2:
        return " and ".join(quoted)
    return ", ".join(quoted[:-1]) + ", and " + quoted[-1]


def _refuse_missing(function, names, positional):
    if names:
        raise TypeError("%s() missing %d required %s argument%s: %s" % (
            function, len(names), "positional" if positional else "keyword-only",
            "" if len(names) == 1 else "s", _listed(names)))


def getcallargs(*func_and_positional, **named):
    """A dict from each parameter to the argument a call would give it."""
    func, positional = func_and_positional[0], func_and_positional[1:]
    spec = getfullargspec(func)
    name = func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    values = dict(zip(spec.args, positional))
    if spec.varargs:
        values[spec.varargs] = tuple(positional[len(spec.args):])
    extra = {}
    if spec.varkw:
        values[spec.varkw] = extra
    for key, value in named.items():
        if key not in spec.args and key not in spec.kwonlyargs:
            if not spec.varkw:
                raise TypeError("%s() got an unexpected keyword argument %r" % (name, key))
            extra[key] = value
        elif key in values:
            raise TypeError("%s() got multiple values for argument %r" % (name, key))
        else:
            values[key] = value
    if len(positional) > len(spec.args) and not spec.varargs:
        _refuse_many(name, spec, len(positional), values)
    defaults = spec.defaults or ()
    required = len(spec.args) - len(defaults)
    _refuse_missing(name, [one for one in spec.args[:required] if one not in values], True)
    for key, value in zip(spec.args[required:], defaults):
        values.setdefault(key, value)
    absent = []
    for key in spec.kwonlyargs:
        if key not in values and spec.kwonlydefaults and key in spec.kwonlydefaults:
            values[key] = spec.kwonlydefaults[key]
        elif key not in values:
            absent.append(key)
    _refuse_missing(name, absent, False)
    return values


def _refuse_many(name, spec, given, values):
    least = len(spec.args) - len(spec.defaults or ())
    named = sum(1 for one in spec.kwonlyargs if one in values)
    if spec.defaults:
        plural, takes = True, "from %d to %d" % (least, len(spec.args))
    else:
        plural, takes = len(spec.args) != 1, str(len(spec.args))
    also = ""
    if named:
        also = " positional argument%s (and %d keyword-only argument%s)" % (
            "s" if given != 1 else "", named, "s" if named != 1 else "")
    raise TypeError("%s() takes %s positional argument%s but %d%s %s given" % (
        name, takes, "s" if plural else "", given, also,
        "was" if given == 1 and not named else "were"))
