"""Documentation."""
from __future__ import division, print_function
from __future__ import generator_stop, barry_as_FLUFL
import a
import a.b.c
import a.b.c as d
import a as b, c
from a import b
from a.b import (c, d as e,)
from . import f
from .. import g
from ...a.b import h
from .... import i
from a import *
