# The module that tells when features came, as a program sees it.
from __future__ import generator_stop
import __future__

for name in __future__.all_feature_names:
    feature = getattr(__future__, name)
    print(name, feature, feature.getOptionalRelease() < feature.getMandatoryRelease())
print(generator_stop.compiler_flag)
