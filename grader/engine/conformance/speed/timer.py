"""Runs a program whenever a line comes in, and answers with the seconds of processor time that took: timer.py FILE"""
import io
import sys
import time

name = sys.argv[1]
with open(name) as file:
    source = file.read()
answers = sys.stdout
for _ in sys.stdin:
    sys.stdout = io.StringIO()
    start = time.process_time()
    exec(compile(source, name, 'exec'), {'__name__': '__main__'})
    seconds = time.process_time() - start
    answers.write('%r\t%r\n' % (seconds, sys.stdout.getvalue()))
    answers.flush()
