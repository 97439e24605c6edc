class A: pass
class B():
    """Doc."""
    x: int = 1
    y: str
    __private = 2
    def m(self):
        return self.__private, __class__
    def n(self):
        return super().n()
@decorate
@a.b(1, c=2)
@empty()
class C(A, B, metaclass=M, **kw):
    for i in x:
        if a:
            z: int
    def __f(self, __a, *, __b=1): return __a
    import __x.y, __z
    class __D:
        def g(self):
            def h(): return __q, self
            return h
class __: 
    def f(self): return __x
class E(*bases): __slots__ = ()
def f():
    global G
    class G:
        def g(): pass
    class H:
        x = x
        def x(self): return x
    return H
