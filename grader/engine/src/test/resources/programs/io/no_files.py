"""open is refused; this engine's own rule, so the expectation is not recorded from CPython."""
import io
for action in lambda: open('x.txt'), lambda: io.open(file='y', mode='w'), lambda: open():
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error, getattr(error, 'filename', None))
