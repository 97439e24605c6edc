é = ﬁ = 1
class ﬂ: ª = x.ﬁ
def f(ａ, *ｂ): return ａ
import ﬁ, ﬁ.ﬁ
