# Signatures, sources, members and states of live objects.
import inspect
import types


# A comment above.
def draw(a, b: int = 2, *c, d, e=5, **g) -> str:
    "Draws."
    text = """
several lines"""
    return lambda: text


class Shape:
    """ A shape

        with corners
    """

    def __init__(self, x, y=1):
        pass

    def move(self, *, by):
        return 1

    @property
    def corners(self):
        return 4

    @staticmethod
    def plain(z):
        pass

    @classmethod
    def make(cls, w):
        pass


class Square(Shape):
    def move(self, *, by):
        return 2

    side = 3


def counting():
    step = 1
    yield step
    yield inspect.currentframe().f_code.co_name


def outer():
    return [(i.function, i.lineno, i.code_context, i.index) for i in inspect.stack()]


print(inspect.signature(draw), inspect.getfullargspec(draw))
bound = inspect.signature(draw).bind(1, 2, 3, d=4, z=9)
print(bound.args, bound.kwargs)
for call in ((), (1,), (1, 2, 3)):
    try:
        print(inspect.signature(Square.move).bind(*call))
    except TypeError as error:
        print(error)
for thing in (Shape, Shape(1).move, Shape.make, Shape.plain):
    print(inspect.signature(thing))
print(repr(inspect.getdoc(Shape)), inspect.getdoc(Square.move))
print(inspect.getsource(draw), inspect.getsourcelines(Shape.move), inspect.getcomments(draw))
print(inspect.getsource(Square))
print([(a.name, a.kind, a.defining_class.__name__)
       for a in inspect.classify_class_attrs(Square) if not a.name.startswith('__')])
states = counting()
print(inspect.getgeneratorstate(states), inspect.getgeneratorlocals(states))
next(states)
print(inspect.getgeneratorstate(states), inspect.getgeneratorlocals(states))
print(list(states), inspect.getgeneratorstate(states))
print(outer())
try:
    inspect.getcallargs(draw, 1)
except TypeError as error:
    print(error)
print(sorted(inspect.getcallargs(draw, 1, d=2).items()))
print(inspect.formatargspec(*inspect.getfullargspec(draw)))
parameter = inspect.Parameter('x', inspect.Parameter.KEYWORD_ONLY, default=3)
print(parameter, repr(parameter), repr(inspect.Parameter.VAR_KEYWORD), parameter.replace(name='y'))
for bad in (('1x', 0), ('x', 9), (1, 0)):
    try:
        inspect.Parameter(*bad)
    except (ValueError, TypeError) as error:
        print(error)
print([name for name, _ in inspect.getmembers(Square, inspect.isfunction)])
print(inspect.getattr_static(Square, 'side'), inspect.getattr_static(Square, 'none', None))
print(inspect.getclosurevars(outer).globals.keys(), inspect.getclosurevars(outer).unbound)
print(inspect.isgeneratorfunction(counting), inspect.isdatadescriptor(Shape.corners),
      inspect.ismethoddescriptor(str.join), inspect.isroutine(len), inspect.isawaitable(1))
print(inspect.unwrap(draw) is draw, inspect.getmro(Square), inspect.CO_GENERATOR)
print(inspect.cleandoc(' a\n   b\n\n    c\n'), inspect.getlineno(inspect.currentframe()))
print(inspect.getargvalues(inspect.currentframe()).args, inspect.getfile(draw)[-8:])
print(types.SimpleNamespace(b=1, a='x'), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
print(types.new_class('Made', (Shape,), {}, lambda names: names.update(z=1)).z)
print(types.prepare_class('Made', (Shape,), {'metaclass': type})[0])


class Virtual:
    @types.DynamicClassAttribute
    def name(self):
        return 'an instance'


print(Virtual().name, hasattr(Virtual, 'name'))


@types.coroutine
def resting():
    return (yield 'rest')


async def work():
    return await resting()


worker = work()
print(worker.send(None), inspect.getcoroutinestate(worker), inspect.iscoroutinefunction(work))
try:
    worker.send('done')
except StopIteration as stop:
    print(stop.value, inspect.getcoroutinestate(worker))
