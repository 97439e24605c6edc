"""The package CPython's tests live in; what is not here comes from the folder the driver adds to its path."""
