__all__ = ['cat', '_hidden_but_listed']
_hidden_but_listed = 'listed'
