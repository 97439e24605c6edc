"""What a test's import statements get: the modules it may have, and stand-ins for all others."""
import sys
import builtins
import standins
from standins import standin

_plain_import = builtins.__import__
_own = ('test.support', 'unittest', 'doctest')
allowed = set()


def _is_guest(namespace):
    if namespace is None:
        return True
    name = namespace.get('__name__')
    if name is None or name == '__main__' and namespace is not sys.modules['__main__'].__dict__:
        return True
    return isinstance(name, str) and name.startswith('test.') and name != 'test.support'


def _may_have(name):
    top = name.split('.')[0]
    if top == 'test':
        return not name.startswith('test.support.')
    return top in allowed or name in _own


def _with_names(module, name, names):
    """Fills in what a module of ours, or of the engine's, does not have."""
    for each in names or ():
        if each != '*' and not hasattr(module, each):
            try:
                _plain_import(name + '.' + each)
            except ImportError:
                pass
            if not hasattr(module, each):
                setattr(module, each, standin(name + '.' + each))
    return module


def _import(name, globals=None, locals=None, fromlist=(), level=0):
    if level or not isinstance(name, str) or not _is_guest(globals):
        return _plain_import(name, globals, locals, fromlist, level)
    if not _may_have(name):
        return _standing_in(name, fromlist)
    try:
        module = _plain_import(name, globals, locals, fromlist, level)
    except ImportError as error:
        if not name.startswith(getattr(error, 'name', None) or '?'):
            raise
        return _standing_in(name, fromlist)
    return _with_names(module, name, fromlist) if fromlist else module


def _standing_in(name, fromlist):
    return standin(name if fromlist else name.split('.')[0])


def _guest_import(name):
    if not _may_have(name):
        return standin(name)
    try:
        _plain_import(name)
    except ImportError:
        return standin(name)
    return sys.modules[name]


def receive(names):
    """From now on tests get these modules, and no others."""
    allowed.update(names)
    standins.guest_import = _guest_import
    builtins.__import__ = _import
