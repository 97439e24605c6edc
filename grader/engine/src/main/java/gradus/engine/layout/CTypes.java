package gradus.engine.layout;

import static gradus.engine.layout.CType.floating;
import static gradus.engine.layout.CType.pointer;
import static gradus.engine.layout.CType.signed;
import static gradus.engine.layout.CType.unsigned;

/** The C types that many structs share. */
final class CTypes {

  static final CType SSIZE = signed("Py_ssize_t", 8);
  static final CType HASH = signed("Py_hash_t", 8);
  static final CType INT = signed("int", 4);
  static final CType UINT = unsigned("unsigned int", 4);
  static final CType CHAR = signed("char", 1);
  static final CType U64 = unsigned("uint64_t", 8);
  static final CType DOUBLE = floating("double");
  static final CType OBJECT = pointer("PyObject *");
  static final CType OBJECTS = pointer("PyObject **");
  static final CType TYPE = pointer("PyTypeObject *");
  static final CType STRING = pointer("const char *");
  static final CType VOID = pointer("void *");

  private CTypes() {}
}
