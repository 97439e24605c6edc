package gradus.engine.builtin;

import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.ObjectLayout;
import gradus.engine.object.BuiltinTypes;
import gradus.engine.object.BytesType;
import gradus.engine.object.Descriptors;
import gradus.engine.object.Space;
import java.util.List;

/** Lays down the built-in types, in an order in which each finds what it needs. */
public final class Builtins {

  private Builtins() {}

  /**
   * A new process with the types that CPython has before it runs a line.
   *
   * @param limit the most bytes it may map
   */
  public static Space space(ObjectLayout layout, GrowthPolicy growth, long limit) {
    Space py = new Space(layout, growth, limit);
    define(py);
    return py;
  }

  private static void define(Space py) {
    py.typeObjects.start();
    new SimpleTypes(py).defineStaticMethods();
    new ObjectType(py).define();
    new TypeType(py).define();
    new Descriptors(py).define();
    new IntType(py).define();
    new BoolType(py).define();
    new FloatType(py).define();
    new StrType(py).define();
    new BytesType(py).define();
    new TupleType(py).define();
    new ListType(py).define();
    new DictType(py).define();
    new SliceType(py).define();
    RangeType ranges = new RangeType(py);
    ranges.define();
    new SimpleTypes(py).define();
    BuiltinTypes types = py.types;
    List.of(
            types.object,
            types.type,
            types.integer,
            types.bool,
            types.none,
            types.list,
            types.notImplemented,
            types.ellipsis,
            types.floating,
            types.str,
            types.bytes,
            types.tuple,
            types.dict,
            types.slice,
            types.range,
            types.nativeFunction,
            types.methodDescriptor,
            types.classMethodDescriptor,
            types.wrapperDescriptor,
            types.memberDescriptor,
            types.getSetDescriptor,
            types.methodWrapper,
            types.method)
        .forEach(type -> ready(py, type));
    ready(py, py.functions.staticMethodType());
    ready(py, py.functions.classMethodType());
    new SimpleTypes(py).defineProxy();
    ranges.defineIterators();
    py.dictViews.define();
    new SetType(py).define();
    new ComplexType(py).define();
    py.items.define();
    py.iterators.define();
    new ByteArrayType(py).define();
    new MemoryViewType(py).define();
    py.exceptions.define();
    py.weakRefs.define();
  }

  private static void ready(Space py, long type) {
    py.typeObjects.ready().ready(type);
  }
}
