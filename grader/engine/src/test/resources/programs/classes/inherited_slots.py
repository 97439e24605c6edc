class D(list): pass
class E(D):
    def __add__(self,o): return 'added'
class F(D):
    def __getitem__(self,i): return 'item'
class S(str): pass
class G(dict):
    def __len__(self): return 5
class H(tuple):
    def __mul__(self,n): return 'mul'
    def __iter__(self): return iter('it')
print(D([1])+[2],D([1])*2,2*D([1]),E([1])+[2],F([1])[0],[*F([1,2])],S('a')+'b',S('a')*2,3*S('b'),len(G()),bool(G()),H((1,))*2,list(H((1,))),H((1,))+(2,))
x=D([1]);x+=[2];x*=2;print(x)
class I:
    def __iter__(self): return self
try: iter(I())
except TypeError as e: print(e)
class J(I):
    def __next__(self): raise StopIteration
print(list(J()))
I.__next__=lambda s: 5
print(next(iter(I())))
del I.__next__
try: iter(I())
except TypeError as e: print(e)
try: next(I())
except TypeError as e: print(e)
class K(int):
    def __add__(self,o): return 'k'
print(K(1)+1,1+K(1),K(2)*3)
r=type(iter(range(3)))
print(list(r(0,5,2)))
try: r(1)
except TypeError as e: print(e)
import sys
class SL: __slots__=('a','b')
class SM(SL): __slots__=()
print(sys.getsizeof(SL)-sys.getsizeof(SM), sys.getsizeof(D())-sys.getsizeof([]),sys.getsizeof(G())-sys.getsizeof({}))
