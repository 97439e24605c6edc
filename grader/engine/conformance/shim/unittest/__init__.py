"""What CPython's tests use of unittest, written for engines that have little else."""
from .case import (TestCase, SkipTest, skip, skipIf, skipUnless, expectedFailure)
from .suites import (TestSuite, TestLoader, TextTestRunner, TestResult, FunctionTestCase, defaultTestLoader, main,
                     makeSuite, findTestCases)
