package gradus.engine.object;

/** What a field of a native struct holds, by its number in Include/structmember.h. */
public enum MemberKind {

  /** A C int. */
  INT(1),

  /** A double. */
  DOUBLE(4),

  /** A reference, None where it is NULL. */
  OBJECT(6),

  /** A char that is a truth value. */
  BOOL(14),

  /** A reference; AttributeError where it is NULL. */
  OBJECT_OR_ERROR(16),

  /** A Py_ssize_t. */
  SSIZE(19);

  private final int number;

  MemberKind(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static MemberKind of(int number) {
    for (MemberKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw Raise.systemError("bad memberdescr type");
  }
}
