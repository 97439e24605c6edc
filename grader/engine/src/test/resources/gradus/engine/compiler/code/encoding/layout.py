if a:
	b
	if c:
		d

x = (1,
# comment

  2) ; y\
 = 3
