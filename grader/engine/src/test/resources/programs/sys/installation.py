"""Names in sys that say how the interpreter was built and finds modules; and SimpleNamespace, which one of them is."""
import sys
import types


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error)

print(sys.implementation.name, sys.implementation.cache_tag, sys.implementation.version == sys.version_info)
print(sys.implementation.hexversion == sys.hexversion, type(sys.implementation) is types.SimpleNamespace)
print([type(getattr(sys, name)).__name__ for name in ('prefix', 'exec_prefix', 'base_prefix', 'base_exec_prefix', 'meta_path', 'path_hooks', 'path_importer_cache')])
print(sys.prefix == sys.base_prefix, 'sys' in sys.builtin_module_names, 'builtins' in sys.builtin_module_names)
print(sys.getswitchinterval(), tried(sys.setswitchinterval, 0), tried(sys.setswitchinterval, 'x'), sys.setswitchinterval(0.5), sys.getswitchinterval())
print(sys.getfilesystemencodeerrors(), sys.is_finalizing(), sys._clear_type_cache(), len(sys.thread_info))

N = types.SimpleNamespace
n = N(b=1, a='x')
print(n, n.a, vars(n), n == N(a='x', b=1), n != N(), n == 5, tried(N, 1), tried(hash, n))
n.self = n
del n.b
print(n, tried(getattr, n, 'b'))

class M(N):
    pass

print(M(x=1), M(x=1) == N(x=1), N(x=1).__reduce__(), N.__basicsize__, N.__name__, N.__module__)
print(tried(lambda: N() < N()), tried(setattr, n, '__dict__', {}))
