"""What a program finds in its namespace before it begins."""
print(sorted(globals()), __annotations__, __cached__)
x: int = 1
print(__annotations__)
