"""Runs the examples in docstrings: reading them, running them one by one, comparing what they print."""
import sys
import libtest_host
import standins
from outputs import Captured

ELLIPSIS = 'ELLIPSIS'
NORMALIZE_WHITESPACE = 'NORMALIZE_WHITESPACE'
IGNORE_EXCEPTION_DETAIL = 'IGNORE_EXCEPTION_DETAIL'
SKIP = 'SKIP'
_BLANK = '<BLANKLINE>'


class Example:
    def __init__(self, source, want, lineno, options):
        self.source, self.want, self.lineno, self.options = source, want, lineno, options


def _indent_of(line):
    return len(line) - len(line.lstrip(' '))


def _options(source):
    found = set()
    mark = source.find('doctest:')
    while mark >= 0:
        for word in source[mark + 8:].split('\n')[0].replace(',', ' ').split():
            if word.startswith('+'):
                found.add(word[1:])
        mark = source.find('doctest:', mark + 1)
    return found


def _only_comment(source):
    return all(not line.strip() or line.strip().startswith('#') for line in source.split('\n'))


def parse(text):
    """The examples of a docstring."""
    lines = text.expandtabs().split('\n')
    examples = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if not (line.lstrip(' ') + ' ').startswith('>>> '):
            at += 1
            continue
        indent, start = _indent_of(line), at
        source = [line[indent + 4:]]
        at += 1
        while at < len(lines) and (lines[at][indent:] + ' ').startswith('... ') and not lines[at][:indent].strip():
            source.append(lines[at][indent + 4:])
            at += 1
        want = []
        while at < len(lines) and lines[at].strip() and not (lines[at].lstrip(' ') + ' ').startswith('>>> '):
            want.append(lines[at][indent:])
            at += 1
        code = '\n'.join(source) + '\n'
        if not _only_comment(code):
            examples.append(Example(code, ''.join(each + '\n' for each in want), start, _options(code)))
    return examples


def _exception_wanted(want):
    """The exception an example is to end with, as its last lines say it; None if it is to print something."""
    lines = want.split('\n')
    if not lines[0].startswith('Traceback ('):
        return None
    rest = 1
    while rest < len(lines) and (not lines[rest] or not (lines[rest][0].isalpha() or lines[rest][0] == '_')):
        rest += 1
    return '\n'.join(lines[rest:])


def _said(error):
    """How a traceback's last line names an exception."""
    kind = type(error)
    name = kind.__qualname__
    if kind.__module__ not in ('__main__', 'builtins'):
        name = kind.__module__ + '.' + name
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    return '%s: %s\n' % (name, text) if text else name + '\n'


def _matches_dots(want, got):
    parts = want.split('...')
    start, end = len(parts[0]), len(got) - len(parts[-1])
    if not got.startswith(parts[0]) or not got.endswith(parts[-1]) or start > end:
        return False
    for part in parts[1:-1]:
        found = got.find(part, start, end)
        if found < 0:
            return False
        start = found + len(part)
    return True


def matches(want, got, options):
    if want == got or (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
        return True
    want = want.replace(_BLANK, '')
    got = '\n'.join(line if line.strip() else '' for line in got.split('\n'))
    if want == got:
        return True
    if NORMALIZE_WHITESPACE in options:
        want, got = ' '.join(want.split()), ' '.join(got.split())
    return want == got or ELLIPSIS in options and _matches_dots(want, got)


def _without_detail(text):
    name = text.split(':')[0].split('\n')[0]
    return name.split('.')[-1]


def _run(example, names, filename, out):
    """What is wrong with an example, or nothing."""
    try:
        exec(compile(example.source, filename, 'single', 0, True), names)
    except libtest_host.Hang:
        raise
    except standins.Needs as needs:
        return 'needs ' + str(needs)
    except BaseException as error:
        got, wanted = _said(error), _exception_wanted(example.want)
        if wanted is None:
            return 'raised ' + got
        if matches(wanted, got, example.options):
            return None
        if IGNORE_EXCEPTION_DETAIL in example.options and _without_detail(wanted) == _without_detail(got):
            return None
        return 'raised %s instead of %s' % (got, wanted)
    got = out.take()
    got += '' if got.endswith('\n') or not got else '\n'
    return None if matches(example.want, got, example.options) else 'printed %r instead of %r' % (got, example.want)


def run_docstring(label, text, module):
    names = dict(vars(module))
    examples = parse(text)
    filename = '<doctest %s>' % label
    plain_hook, plain_out = sys.displayhook, sys.stdout
    for number, example in enumerate(examples):
        name = '%s[%d]' % (label, number)
        if not libtest_host.begin(name):
            continue
        out = sys.stdout = Captured()
        sys.displayhook = sys.__displayhook__
        try:
            wrong = None if SKIP in example.options else _run(example, names, filename, out)
        except libtest_host.Hang:
            wrong = 'ran longer than it may'
        finally:
            sys.displayhook, sys.stdout = plain_hook, plain_out
        libtest_host.end()
        libtest_host.report(name, 'failed' if wrong else 'passed', wrong or '', example.source)


def _documented(value, label, module, found):
    if isinstance(value, str):
        found.append((label, value))
        return
    if isinstance(getattr(value, '__doc__', None), str):
        found.append((label, value.__doc__))
    if isinstance(value, type):
        for name in sorted(vars(value)):
            member = vars(value)[name]
            member = getattr(member, '__func__', member)
            if isinstance(member, type) or callable(member) and hasattr(member, '__code__'):
                _documented(member, label + '.' + name, module, found)


def _is_of(value, module):
    return getattr(value, '__module__', None) == module.__name__


def find(module):
    """The docstrings of a module by name, in the order of their names."""
    found = []
    if isinstance(module.__doc__, str):
        found.append(('__doc__', module.__doc__))
    for name in sorted(vars(module)):
        value = vars(module)[name]
        if _is_of(value, module) and (isinstance(value, type) or hasattr(value, '__code__')):
            _documented(value, name, module, found)
    for name, value in sorted(getattr(module, '__test__', {}).items()):
        _documented(value, '__test__.' + name, module, found)
    return found


def run_module(module):
    for label, text in find(module):
        run_docstring(label, text, module)


def testmod(*args, **kwargs):
    return 0, 0
