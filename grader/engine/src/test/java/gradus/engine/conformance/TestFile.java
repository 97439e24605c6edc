package gradus.engine.conformance;

import java.util.List;

/**
 * What to run of a file of CPython's tests.
 *
 * @param module its name, such as {@code test_list}
 * @param kind {@code tests} or {@code doctests}
 * @param allowed the modules its code may import
 */
record TestFile(String module, String kind, List<String> allowed) {}
