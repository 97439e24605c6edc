package gradus.engine.object;

import gradus.engine.layout.Structs;
import gradus.engine.memory.Segment;
import gradus.engine.memory.StaticData;

/** None, True and False: one static object each. */
public final class Singletons {

  private static final int STATIC_INT_SIZE = 32;

  private final long boolType;
  private final long none;
  private final long yes;
  private final long no;

  Singletons(StaticData data, References references, Types types, Ints ints) {
    TypeSpec noneSpec =
        new TypeSpec(
            "NoneType", Structs.OBJECT_HEAD.size(), 0, TypeSpec.DEFAULT, TypeSpec.NEVER_ENDS);
    none = data.reserve(Segment.DATA, Structs.OBJECT_HEAD.size(), 16);
    references.initialise(none, types.define(noneSpec, types.object()));
    long flags = TypeSpec.DEFAULT | TypeSpec.LONG_SUBCLASS;
    boolType = types.define(new TypeSpec("bool", 32, 4, flags, TypeSpec.NEVER_ENDS), ints.type());
    no = data.reserve(Segment.DATA, STATIC_INT_SIZE, STATIC_INT_SIZE);
    yes = data.reserve(Segment.DATA, STATIC_INT_SIZE, STATIC_INT_SIZE);
    ints.writeStatic(no, boolType, 0);
    ints.writeStatic(yes, boolType, 1);
  }

  /** The address of {@code bool}. */
  public long boolType() {
    return boolType;
  }

  public long none() {
    return none;
  }

  public long bool(boolean value) {
    return value ? yes : no;
  }
}
