"""A text stream that keeps what is written to it."""


class Captured:
    encoding = 'utf-8'
    errors = 'strict'

    def __init__(self):
        self.parts = []

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError('a str is needed, not %s' % type(text).__name__)
        self.parts.append(text)
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False

    def getvalue(self):
        return ''.join(self.parts)

    read = getvalue

    def readlines(self):
        return self.getvalue().splitlines(True)

    def readline(self):
        return (self.readlines() or [''])[0]

    def truncate(self, size=None):
        del self.parts[:]

    def seek(self, position):
        pass

    def __iter__(self):
        return iter(self.readlines())

    def take(self):
        text = self.getvalue()
        del self.parts[:]
        return text
