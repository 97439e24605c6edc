"""What int() makes of what __trunc__ returns."""


class Integral:
    def __int__(self):
        return 42


class Broken:
    def __int__(self):
        return 'no int'


class Small(int):
    pass


def made_of(value):
    class Truncated:
        def __trunc__(self):
            return value

    return Truncated()


for value in (7, True, Small(5), Integral(), Broken(), 1.5, 'text', None):
    try:
        number = int(made_of(value))
        print(number, type(number).__name__)
    except TypeError as error:
        print('TypeError', error)
