from ctypes import *
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=(type(e).__name__,str(e))
    print(r)
class P(Structure):
    _fields_=[('x',c_int),('y',c_double),('name',c_char*8),('w',c_wchar*3)]
p=P(1,2.5,b'abc','xy');print(p.x,p.y,p.name,p.w,sizeof(P),alignment(P),P.x,P.y,P.name,P.w);p.x=5;p.name=b'12345678';print(p.name);t(setattr,p,'name',b'123456789');t(setattr,p,'name','a');t(setattr,p,'w','abcd');t(setattr,p,'w',b'a');t(setattr,p,'x','a')
def dx(): del p.x
t(dx);p.extra=1;print(p.extra,p.__dict__)
t(P,1,2,b'a','b',5);t(lambda:P(1,x=2).x);q=P(y=3.5,x=1);print(q.x,q.y);print(P(z=5).z)
print(P.x.offset,P.x.size,P.name.offset,P.name.size,P.w.offset)
class Q(P):
    _fields_=[('z',c_byte)]
print(sizeof(Q),Q.z,Q(1,2,b'',"",5).z)
class R(P): pass
print(sizeof(R),R(7).x)
class Fin(Structure): _fields_=[('q',c_int)]
Fin(1)
t(setattr,Fin,'_fields_',[('a',c_int)])
class N(Structure):
    _fields_=[('p',P),('arr',c_int*3),('ptr',POINTER(c_int))]
n=N((1,2.0),(1,2,3));print(n.p.x,list(n.arr),bool(n.ptr),sizeof(N));n.p.x=77;n.arr[1]=9;print(n.p.x,list(n.arr));n.ptr=pointer(c_int(5));print(n.ptr[0],sorted(n._objects))
n.ptr=None;print(bool(n.ptr));t(setattr,n,'p',5);t(setattr,n,'p',q);t(setattr,n,'arr',(1,2,3,4));n.ptr=(c_int*2)(4,5);print(n.ptr[1]);t(setattr,n,'ptr',5);t(setattr,n,'ptr',c_int(5))
t(lambda:N(('a',)))
class Pk(Structure):
    _pack_=1
    _fields_=[('a',c_byte),('b',c_int),('c',c_short),('d',c_double)]
print(sizeof(Pk),Pk.b.offset,Pk.d.offset,alignment(Pk))
class Pk2(Structure):
    _pack_=2
    _fields_=[('a',c_byte),('b',c_int),('c',c_byte),('d',c_double)]
print(sizeof(Pk2),Pk2.b.offset,Pk2.d.offset,alignment(Pk2))
class U(Union):
    _fields_=[('i',c_int),('f',c_float),('b',c_byte*6)]
u=U();u.f=1.0;print(hex(u.i),list(u.b),sizeof(U),alignment(U),U.f);u=U(5);print(u.i)
class B(Structure):
    _fields_=[('a',c_int,3),('b',c_int,5),('c',c_uint,8),('d',c_uint,20),('e',c_ulong,40),('f',c_byte,4),('g',c_short,9)]
b=B(1,2,3,4,5,6,7);print(sizeof(B),[getattr(b,f[0]) for f in B._fields_]);
for f in B._fields_: print(f[0],getattr(B,f[0]))
b.a=7;b.b=-1;b.c=255;print(b.a,b.b,b.c,string_at(addressof(b),4).hex());b.a=3;print(b.a);b.f=8;print(b.f)
class C2(Structure):
    _fields_=[('a',c_ubyte,4),('b',c_ushort,8),('c',c_uint,4),('d',c_ubyte)]
print(sizeof(C2),[getattr(C2,f[0]) for f in C2._fields_])
def mk(fields,base=Structure,**kw):
    return type('X',(base,),dict(_fields_=fields,**kw))
t(mk,[('a',c_float,3)]);t(mk,[('a',c_int,0)]);t(mk,[('a',c_int,33)]);t(mk,[('a',)]);t(mk,[(1,c_int)]);t(mk,5);t(mk,[('a',int)]);t(mk,[('a',c_int)],_pack_=-1);t(mk,[('a',c_int)],_pack_='x');t(mk,[('a',c_int*2,3)])
class An(Structure):
    class I(Union):
        _fields_=[('u',c_int),('v',c_float)]
    _anonymous_=('i',)
    _fields_=[('h',c_int),('i',I),('k',c_int)]
a=An();a.u=5;print(a.u,a.i.u,An.u,An.v,An.k)
t(mk,[('a',c_int)],_anonymous_=['a'])
t(mk,[('a',c_int)],_anonymous_=['b'])
class Node(Structure): pass
Node._fields_=[('val',c_int),('next',POINTER(Node))]
n1=Node(1);n2=Node(2,pointer(n1));print(n2.next.contents.val,n2.next[0].val,bool(n1.next),n2.next.contents.next)if 0 else print(n2.next.contents.val,n2.next[0].val,bool(n1.next))
class Be(BigEndianStructure):
    _fields_=[('a',c_int),('b',c_short),('c',c_int*2),('d',c_double)]
e=Be(1,2,(3,4),1.0);print(string_at(addressof(e),sizeof(e)).hex(),e.a,e.b,list(e.c),e.d);print(c_int.__ctype_be__(1),bytes(c_int.__ctype_be__(1)),bytes(c_short(1)))
t(lambda:type('X',(BigEndianStructure,),dict(_fields_=[('p',POINTER(c_int))])))
# from_buffer
ba=bytearray(b'\1\0\0\0\2\0\0\0rest');i=c_int.from_buffer(ba);j=c_int.from_buffer(ba,4);print(i,j);i.value=0x41424344;print(ba);t(ba.append,1);t(c_int.from_buffer,b'abcd');t(c_int.from_buffer,ba,10);t(c_int.from_buffer,ba,-1);t(c_int.from_buffer,5);print(c_int.from_buffer_copy(ba,4),c_int.from_buffer_copy(b'\5\0\0\0'));t(c_int.from_buffer_copy,b'abc');t(c_int.from_buffer_copy,b'abcd',2);t(c_int.from_buffer_copy,b'abcd',-1)
del i,j;ba.append(1);print(ba)
t(c_int.from_address,'x');t(Structure.from_address,5);t(Structure);t(c_int.from_buffer_copy,'x')
m=memoryview((c_int*3)(1,2,3));print(m.format,m.itemsize,m.shape,m.ndim,m.nbytes,m.tobytes().hex());m=memoryview(((c_short*2)*3)());print(m.format,m.shape,m.strides);print(memoryview(P()).format,memoryview(c_int()).format,memoryview(c_int()).shape,memoryview(c_int()).ndim,memoryview(pointer(c_int())).format,memoryview(c_long()).format)
print(bytes((c_int*2)(1,2)),bytearray(c_short(258)),bytes(P(1))[:4])
# derived
class MyInt(c_int):
    def double(self): return self.value*2
class S2(Structure):
    _fields_=[('m',MyInt),('a',MyInt*2),('z',c_char_p),('o',py_object)]
s=S2(5);print(type(s.m).__name__,s.m.double(),s.a[0].value,repr(MyInt(3)).split(' at')[0]);s.z=b'text';print(s.z,s._objects);s.o=[1,2];print(s.o);t(lambda:S2().o);s.z=None;print(s.z);t(setattr,s,'z','x')
# objects
x=(c_char_p*2)(b'a',b'b');print(x._objects,x[0]);p=pointer(c_int(4));print(sorted(p._objects),p._b_base_,p.contents._b_base_ is p,p._b_needsfree_,p.contents._b_needsfree_)
i=c_int(1);print(i._objects,i._b_base_,i._b_needsfree_,c_int.from_address(addressof(i))._b_needsfree_)
d=cast(c_char_p(b'hello'),POINTER(c_byte));print(d[0:5]);t(cast,5.5,c_void_p);t(cast,5,c_int);t(cast,i,POINTER(c_int));t(cast,5,int);print(cast((c_int*2)(1,2),POINTER(c_short))[0:4],cast(0,c_void_p).value,cast(5,c_void_p).value)
t(lambda:c_int()==c_int());t(hash,c_int())
i=c_int(5);j=i;print(i==j,i!=c_int(5))
resize(i,16);print(sizeof(i),i.value);t(resize,i,2);t(resize,5,5);t(resize,c_int.from_address(addressof(i)),10)
F=CFUNCTYPE(c_int,c_int,c_double);f=F(lambda a,b:a+int(b));print(f(1,2.5));t(f,1);t(f,'a',2.0);t(F,5.5);print(bool(f),bool(F()))
t(type,'X',(c_int.__bases__[0],),{});t(type,'X',(c_int.__bases__[0],),{'_type_':5});t(type,'X',(c_int.__bases__[0],),{'_type_':'ab'});t(type,'X',(c_int.__bases__[0],),{'_type_':'y'})
t(type,'X',(Array,),{});t(type,'X',(Array,),{'_length_':2});t(type,'X',(Array,),{'_length_':-2,'_type_':c_int});t(type,'X',(Array,),{'_length_':2,'_type_':int})
t(POINTER,5);t(POINTER,int)
LP=POINTER('later');print(LP.__name__);t(LP)
class later(Structure): _fields_=[('n',LP),('v',c_int)]
SetPointerType(LP,later);l=later(v=3);l.n=pointer(l);print(l.n.contents.v,LP._type_ is later,POINTER(later) is LP)
print(c_int.from_param(5).value if 0 else c_int.from_param(c_int(5)),POINTER(c_int).from_param(None));t(POINTER(c_int).from_param,c_short(1));t(c_int.from_param,'x')
print(isinstance(c_int(),c_int.__bases__[0]),c_int.__mro__[1].__name__,type(c_int).__name__,type(P).__name__,type(U).__name__,type(A if 0 else c_int*2).__name__,type(POINTER(c_int)).__name__)
import sys
print(c_int.__basicsize__,P.__basicsize__,Structure.__basicsize__,type(P.x).__basicsize__)
