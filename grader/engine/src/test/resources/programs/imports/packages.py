"""Packages, relative imports, cycles, failures: what sys.modules and the modules know of it."""
import sys
import zoo
import zoo.birds.owl as owl
from zoo import *
from zoo.birds import owl as again, wing
from zoo.birds.owl import parent_name as named

print(zoo.__name__, zoo.__package__, owl.__name__, owl.__package__)
print(again is owl, named, wing.SPAN, cat.SOUND, 'dog' in globals(), _hidden_but_listed)
print(sorted(name for name in sys.modules if name.startswith('zoo')))
print(zoo.birds is sys.modules['zoo.birds'], hasattr(owl, '__path__'), type(zoo.__path__))
print(zoo.__spec__.name, zoo.__spec__.parent, owl.__spec__.parent, type(owl.__spec__).__name__)
print(zoo.__file__.endswith('zoo/__init__.py'), owl.__file__.endswith('zoo/birds/owl.py'))

import plain.inner
print(plain.inner.VALUE, hasattr(plain, '__file__'))

import ring_a
print(ring_a.seen_in_b, ring_a.ring_b.value)


def attempt(*args, **kwargs):
    try:
        return __import__(*args, **kwargs)
    except BaseException as error:
        print(type(error).__name__, error, getattr(error, 'name', '-'))


attempt('nothing')
attempt('nothing.deeper')
attempt('ring_a.deeper')
attempt('zoo.nothing')
attempt('broken')
print('broken' in sys.modules)
attempt('unparsed')
attempt('undecoded')
attempt('')
attempt('zoo', level=-1)
attempt(3)
attempt('x', {}, level=1)
attempt('x', {'__name__': 'm'}, level=1)
attempt('x', {'__package__': 'zoo'}, level=2)
attempt('x', {'__package__': 'unknown'}, level=1)
attempt('zoo', fromlist=[1])
print(attempt('zoo.birds.owl').__name__, attempt('zoo.birds.owl', fromlist=['x']).__name__)
print(attempt('birds.owl', {'__package__': 'zoo'}, {}, (), 1).__name__)
try:
    from zoo import lion
except ImportError as error:
    print(error)
sys.modules['halted'] = None
attempt('halted')
import impostor
print(impostor)
