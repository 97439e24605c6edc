import math
INEXACT=set('acos acosh asin asinh atan atan2 atanh cos cosh erf erfc exp expm1 gamma lgamma log log10 log1p log2 pow sin sinh tan tanh hypot'.split())
def t(n,*a,**k):
    try: r=getattr(math,n)(*a,**k); print(n,a,'%.13g'%r if n in INEXACT and type(r) is float else repr(r))
    except Exception as e: print(n,a,type(e).__name__, e)
inf=float('inf'); nan=float('nan')
one='acos acosh asin asinh atan atanh cos cosh degrees erf erfc exp expm1 fabs floor ceil trunc gamma lgamma log log10 log1p log2 radians sin sinh sqrt tan tanh isnan isinf isfinite factorial frexp modf'.split()
for n in one:
    for x in (0,-0.0,1,-1,0.5,-0.5,2,3.7,-2.5,inf,-inf,nan,1e300,-1e300,10**400,'x',None,True, 171.5, 1e-310, 5e-324):
        if n=='factorial' and x in (1e300,10**400): continue
        t(n,x)
    t(n); t(n,1,2,3)
for n in 'atan2 copysign fmod hypot pow ldexp gcd isclose'.split():
    for x in (0.0,-0.0,1,-1,2.5,-2.5,inf,-inf,nan,1e300):
        for y in (0.0,-0.0,1,-1,2,-3,0.5,inf,-inf,nan,1e300):
            t(n,x,y)
    t(n,1)
    t(n,'a',1)
for e in (0,1,-1,1000,2000,-1074,-1080,10**30,-10**30): t('ldexp',1.5,e); t('ldexp',0.0,e); t('ldexp',inf,e)
for a in ((12,18),(-4,6),(0,0),(0,5),(10**30,10**20),(True,2),(1.0,2)): t('gcd',*a)
for x in (2**1000,10**400,-10**400,0,-5,2**64): t('log',x); t('log2',x); t('log10',x); t('log',x,2); t('log',x,10)
t('log',2,1); t('log',8,2); t('log',2,0); t('log',2,-1); t('log',10**400,10**200); t('log',-1,2)
t('fsum',[.1]*10); t('fsum',[]); t('fsum',[1e308,1e308]); t('fsum',[inf,-inf]); t('fsum',[inf,1]); t('fsum',[nan]); t('fsum',['a']); t('fsum',3); t('fsum',[1e16,1.0,1e-16]); t('fsum',[-0.0]); t('fsum',[1e308,1e308,-1e308])
t('isclose',1,1+1e-10); t('isclose',1,1.1,rel_tol=0.2); t('isclose',1,1.1,abs_tol=0.2); t('isclose',1,2,rel_tol=-1); t('isclose',1); t('isclose',inf,inf)
for i in (0,1,5,20,21,100,-1,2.0,2.5,-1.0): t('factorial',i)
print(math.pi,math.e,math.tau,math.inf,math.nan)
class F:
    def __repr__(s): return 'F'
    def __floor__(s): return 'f'
    def __ceil__(s): return 'c'
    def __trunc__(s): return 't'
    def __float__(s): return 2.5
for n in ('floor','ceil','trunc','sqrt','factorial'): t(n,F())
