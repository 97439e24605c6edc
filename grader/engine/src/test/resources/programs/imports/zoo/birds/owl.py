from . import wing
from .. import cat
from ..birds import wing as same
from .wing import SPAN

assert same is wing and SPAN == 2 and cat.SOUND == 'meow'
parent_name = __package__
