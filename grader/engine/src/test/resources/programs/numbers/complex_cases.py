def t(f):
    try: r=eval(f); print(f,'->',repr(r))
    except Exception as e: print(f,'->',type(e).__name__, e)
inf=float('inf'); nan=float('nan')
for a in '1+2j -1-2j 0j -0j 1j 1.5-0.5j complex(nan,0) complex(0,-0.0) complex(-0.0,0.0) 1e300+1e300j'.split():
    for f in ['x+1','x-1j','x*(2+3j)','x/(1+1j)','x/2','x**2','x**-1','x**0.5','x**(1+1j)','abs(x)','hash(x)','str(x)','repr(x)','x.conjugate()','x.real','x.imag','-x','+x','bool(x)','x==1','x!=x','format(x,".2f")','format(x,"")','format(x,">20")','format(x,"e")','x//1','x%1','int(x)','float(x)','x<1','divmod(x,2)','"%s"%x','x.__getnewargs__()']: t(f.replace('x','(%s)'%a))
for f in ['complex("1+2j")','complex(" 1+2j ")','complex("1 + 2j")','complex("j")','complex("-j")','complex("1j")','complex("1e5j")','complex("inf+nanj")','complex("(1+2j)")','complex("")','complex("1+")','complex("1_0j")','complex(1,2)','complex(1j,2j)','complex("1",2)','complex(1,"2")','complex([])','complex(real=1)','complex(imag=2)','complex()','complex(1,2,3)','(1+2j)/0','0j**-1','0j**0','0j**1j','1j**2','pow(1j,2,3)','format(1j,"=10")','format(1j,"010")','format(1j,"%")','format(1+1j,"g")','(1+2j).__eq__(1)','1j<2j','sum([1j,2])','complex(True)','hash(1+0j)==hash(1)','complex("1"*3+"j")','1j.__int__()','2j.__pow__(2)']: t(f)
