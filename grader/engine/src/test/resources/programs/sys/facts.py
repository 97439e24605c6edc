import sys
print(repr(sys.flags)[:40]); print(sys.int_info, sys.hash_info); print(sys.float_info)
print(sys.version_info >= (3,6), sys.version_info[:2], sys.version_info.major, sys.version_info)
try: type(sys.flags)()
except TypeError as e: print(e)
print(isinstance(sys.flags, tuple), len(sys.flags), sys.flags.n_fields, type(sys.flags))
try: sys.flags.debug = 3
except AttributeError as e: print(e)
class S:
    def write(self, t): self.t = getattr(self, 't', '') + t
sys.stderr, old = S(), sys.stderr
try: 1/0
except ZeroDivisionError: sys.excepthook(*sys.exc_info())
print(sys.stderr.t.splitlines()[-1]); sys.stderr = old
