import sys
from ctypes import *
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=(type(e).__name__,str(e))
    print(r)
class LongHead(Structure):
    _fields_=[('ob_refcnt',c_ssize_t),('ob_type',c_void_p),('ob_size',c_ssize_t)]
for v in (0,1,-1,2**30-1,2**30,-2**31,2**64,-2**90,12345678901234567890):
    h=LongHead.from_address(id(v))
    d=(c_uint32*abs(h.ob_size)).from_address(id(v)+24)
    print(v,h.ob_size,list(d),h.ob_type==id(int))
x=[1,2,3]
h=LongHead.from_address(id(x)); a=h.ob_refcnt; y=x; print(h.ob_refcnt-a,sys.getrefcount(x)-h.ob_refcnt); del y; print(h.ob_refcnt-a)
class PyList(Structure):
    _fields_=[('ob_refcnt',c_ssize_t),('ob_type',c_void_p),('ob_size',c_ssize_t),('ob_item',POINTER(c_void_p)),('allocated',c_ssize_t)]
    def __repr__(self): return 'PyList(size=%d, allocated=%d)'%(self.ob_size,self.allocated)
l=[]
s=PyList.from_address(id(l)); print(s,bool(s.ob_item))
for i in range(10):
    l.append(i*1000); print(s)
print([s.ob_item[i]==id(l[i]) for i in range(s.ob_size)], [p==id(o) for p,o in zip(s.ob_item[0:10],l)])
arr=(c_void_p*s.ob_size).from_address(addressof(s.ob_item.contents)); print(arr[3]==id(l[3]), len(arr))
class PyInt(Structure):
    _fields_=[('ob_refcnt',c_ssize_t),('ob_type',c_void_p),('ob_size',c_ssize_t),('ob_digit',c_uint32*1)]
ptrs=(POINTER(PyInt)*s.ob_size).from_address(addressof(s.ob_item.contents))
print([p.contents.ob_digit[0] for p in ptrs], [p[0].ob_size for p in ptrs])
print(cast(id(l[2]),py_object).value, cast(id(l),POINTER(PyList)).contents)
n=1000+int('7'); PyInt.from_address(id(n)).ob_digit[0]=42; print(n)
for T in (c_byte,c_ubyte,c_short,c_ushort,c_int,c_uint,c_long,c_ulong,c_longlong,c_float,c_double,c_longdouble,c_char,c_wchar,c_bool,c_void_p,c_char_p,c_wchar_p,py_object,c_size_t,c_ssize_t,c_int8,c_int64,c_uint64):
    print(T.__name__,sizeof(T),alignment(T),repr(T._type_),T.__module__)
for v in (c_int(5),c_byte(300),c_ushort(-1),c_ulong(-1),c_double(1.5),c_float(0.1),c_char(b'x'),c_char(65),c_wchar('y'),c_bool(5),c_void_p(255),c_void_p(),c_char_p(),c_longdouble(1.25),c_bool([]),py_object(),py_object([1]),c_char_p(b'abc'),c_wchar_p('abc')):
    t(lambda:v.value); print(bool(v), repr(v) if not isinstance(v,(c_char_p,c_wchar_p)) else '')
t(c_int,'a');t(c_int,1.5);t(c_char,'a');t(c_char,b'ab');t(c_char,300);t(c_wchar,b'a');t(c_wchar,'ab');t(c_double,'a');t(c_char_p,5.0);t(c_wchar_p,b'a');t(c_void_p,'a');t(c_int,1,2);t(c_int,None)
i=c_int(3)
def da(): del i.value
t(da);i.value=7;print(i)
p=pointer(i);print(p.contents,p[0],type(p).__name__,p._type_ is c_int);p[0]=9;print(i.value);p.contents=c_int(11);print(p[0],i.value);t(p.__getitem__,'a');t(lambda:p[0:1]);t(lambda:p[::-1]);t(lambda:p[0:]);t(POINTER(c_int),5);t(lambda:POINTER(c_int)().contents);t(lambda:POINTER(c_int)()[0]);print(bool(POINTER(c_int)()),bool(p),POINTER(c_int) is POINTER(c_int),POINTER(None) is c_void_p)
t(setattr,p,'contents',5)
A=c_int*5
a=A(1,2,3);print(list(a),len(a),a[-1],a[1:3],a[::-1],A.__name__,A._length_,A._type_ is c_int,A is c_int*5, 5*c_int is A);a[1]=20;a[2:4]=[7,8];print(list(a))
t(a.__getitem__,5);t(a.__setitem__,5,1);t(A,1,2,3,4,5,6);t(a.__setitem__,slice(0,2),[1]);t(a.__getitem__,'x');t(a.__setitem__,'x',1);t(a.__delitem__,0);t(a.__setitem__,0,'x');t(lambda:c_int*-1);t(lambda:c_int*'x');t(lambda:Structure*2)
M=(c_int*2)*3;m=M((1,2),(3,4),(5,6));print([list(r) for r in m],sizeof(M),m[1][1],M.__name__);m[1][1]=40;m[0]=(c_int*2)(8,9);print([list(r) for r in m])
t(m.__setitem__,0,(1,2,3));t(m.__setitem__,0,5)
b=create_string_buffer(b'hello');print(b.value,b.raw,len(b),sizeof(b),b[0],b[0:3],type(b).__name__);b.value=b'hi';print(b.raw);t(setattr,b,'value',b'toolongstring');t(setattr,b,'value','x');b.raw=b'abcdef';print(b.value);t(setattr,b,'raw',b'1234567');b=create_string_buffer(3);print(b.raw);b=create_string_buffer(b'ab',10);print(b.raw);t(create_string_buffer,'x');t(create_string_buffer,b'abc',2)
u=create_unicode_buffer('héllo');print(u.value,len(u),sizeof(u),u[1],u[0:3]);u.value='x';print(u[:])
print(string_at(b),string_at(b,5),string_at(addressof(b),2),string_at(b'abc'),wstring_at(u),wstring_at('abc',2));t(string_at,1.5);t(string_at,'abc') if 0 else None
c=create_string_buffer(10);print(memmove(c,b'12345',3)==addressof(c),c.raw,memset(c,65,4)==addressof(c),c.value);memmove(addressof(c)+1,addressof(c),5);print(c.raw)
t(sizeof,5);t(alignment,5);t(addressof,5);t(byref,5);t(sizeof,Structure)
print(repr(byref(i)).split('(')[0],byref(i)._obj is i)
