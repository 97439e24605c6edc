"""What fails in __del__ is told with the bound method."""


class Failing:
    def __repr__(self):
        return 'an object'

    def __del__(self):
        raise KeyError('late')


Failing()
print('after')
