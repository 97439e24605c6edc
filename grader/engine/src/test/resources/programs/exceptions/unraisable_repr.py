"""An exception that cannot be raised, in an object that cannot be shown either."""


class Early:
    def __init__(self):
        missing

    def __repr__():
        pass

    def __del__():
        pass


class Late:
    def __repr__(self):
        raise ValueError('not to be shown')

    def __del__(self):
        raise KeyError('lost')


late = Late()
del late
print('still here')
Early()
