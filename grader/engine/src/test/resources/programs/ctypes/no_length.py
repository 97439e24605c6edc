"""A length below -1 is no length; -1 reads up to the end."""
import ctypes

narrow = ctypes.create_string_buffer(b"abcdef")
wide = ctypes.create_unicode_buffer("abcdef")
for read, at in (ctypes.string_at, narrow), (ctypes.wstring_at, wide):
    for size in -5, -2, -1, 0, 3:
        try:
            print(read(at, size))
        except SystemError as error:
            print("SystemError:", error)
