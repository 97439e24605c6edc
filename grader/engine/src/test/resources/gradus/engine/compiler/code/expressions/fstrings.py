f''
f'a'
x = f''
x = f'a'
x = f'{a}'
x = f'{a}{b}'
x = f'a{b}c{d!r}e{f!s:>10}g{h!a:{w}.{p}}'
x = f'{{}}{a}}}'
x = 'a' f'b{c}' 'd{e}' rf'\d{g}\N'
x = f'{a["b"]:{c!r}}' f'{lambda_(1)}'
x = f'''
{a
 + b}
  {c}
''' f'{d}'
x = f'{a:}' f'{a:x}{b!r:}'
x = f'\N{BULLET}{a}\x41'
x = f'{f"{a}"}' f'{(lambda: 1)}' f'{a != b}' f'{ {1: 2}[1] }'
x = f'{a, }' f'{*a, b}' f'{"}"}' f"{'{'}" f'{3.4:10}'
def f():
    f'not a docstring'
    return f'{(yield)}' f'{x:{y}z{w}}'
x = (f'a'

  f'{b}'
 'c')
