"""What ends with the process reports its errors without the lines of the source."""


class Early:
    def __init__(self):
        self.itself = self

    def __repr__(self):
        return 'early'

    def __del__(self):
        raise ValueError('in a ring')


class Late:
    def __repr__(self):
        return 'late'

    def __del__(self):
        unknown


Early()
late = Late()
