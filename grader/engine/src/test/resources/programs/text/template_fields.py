"""Which error a damaged template gives, and in which order fields are numbered."""
TEMPLATES = ['{:{}}', '{!r', '{!', '{!r:', '{:', '{', '}', '{a', '{[', '{[}', '{0[a]}', '{!rx}', '{{}', '{:{{}}}',
             '{!z}', '{:}}', '{0!s:>{1}}|{}', '{}|{1}', '{:{:{}}}', '{:}{}', '{0.}', '{0[}', '{0[1]x}', '{a!r}{0', '{{']
for template in TEMPLATES:
    try:
        print(repr(template.format(5, 8, 3, a=7)))
    except Exception as e:
        print(template, type(e).__name__, e)
