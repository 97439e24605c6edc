package gradus.engine.object;

import gradus.engine.layout.CodeStructs;
import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;
import java.util.function.LongConsumer;

/**
 * What native types have in their dicts: methods, slots, fields, attributes
 * (Objects/descrobject.c).
 */
public final class Descriptors {

  private static final int OWNER = TypeStructs.DESCR.offset("d_type");
  private static final int NAME = TypeStructs.DESCR.offset("d_name");
  private static final int QUALNAME = TypeStructs.DESCR.offset("d_qualname");
  private static final int PAYLOAD = TypeStructs.DESCR.size();
  static final int WRAPPER = TypeStructs.WRAPPER_DESCR.offset("d_base");
  static final int WRAPPED = TypeStructs.WRAPPER_DESCR.offset("d_wrapped");
  private static final int BOUND_DESCR = TypeStructs.METHOD_WRAPPER.offset("descr");
  private static final int BOUND_SELF = TypeStructs.METHOD_WRAPPER.offset("self");
  private static final int GETTER = TypeStructs.GETSET_DEF.offset("get");
  private static final int SETTER = TypeStructs.GETSET_DEF.offset("set");

  private final Space py;
  private final Memory memory;

  public Descriptors(Space py) {
    this.py = py;
    memory = py.memory;
  }

  public void define() {
    defineMethods();
    defineSlotWrappers();
    common(py.types.memberDescriptor, "<member '%s' of '%s' objects>")
        .slot("tp_descr_get", (Ternary) this::getMember)
        .slot("tp_descr_set", (Ternary) this::setMember);
    common(py.types.getSetDescriptor, "<attribute '%s' of '%s' objects>")
        .slot("tp_descr_get", (Ternary) this::getAttribute)
        .slot("tp_descr_set", (Ternary) this::setAttribute);
    TypeBuilder.of(py, py.types.nativeFunction)
        .container(this::traverseFunction)
        .weakListAt(CodeStructs.NATIVE_FUNCTION.offset("m_weakreflist"))
        .dealloc(py.functions::dealloc)
        .slot("tp_repr", (Unary) this::functionRepr)
        .slot("tp_hash", (Unary) this::functionHash)
        .slot("tp_richcompare", (Ternary) this::compareFunctions)
        .fastCall(py.functions::call)
        .getter("__name__", this::functionName)
        .getter("__qualname__", this::functionQualname)
        .getter("__doc__", self -> py.newNone())
        .getter("__self__", this::functionSelf)
        .getter("__text_signature__", self -> py.newNone())
        .member("__module__", NativeFunctions.MODULE, MemberKind.OBJECT);
  }

  private void defineMethods() {
    common(py.types.methodDescriptor, "<method '%s' of '%s' objects>")
        .slot("tp_descr_get", (Ternary) this::getMethod)
        .fastCall(this::callMethod);
    common(py.types.classMethodDescriptor, "<method '%s' of '%s' objects>")
        .slot("tp_descr_get", (Ternary) this::getClassMethod)
        .fastCall(this::callMethod);
  }

  private void defineSlotWrappers() {
    common(py.types.wrapperDescriptor, "<slot wrapper '%s' of '%s' objects>")
        .slot("tp_descr_get", (Ternary) this::getWrapper)
        .fastCall(this::callWrapper);
    TypeBuilder.of(py, py.types.methodWrapper)
        .container(
            (object, visitor) -> {
              visitor.accept(memory.load64(object + BOUND_DESCR));
              visitor.accept(memory.load64(object + BOUND_SELF));
            })
        .dealloc(this::deallocBound)
        .slot("tp_repr", (Unary) this::boundRepr)
        .slot("tp_hash", (Unary) this::boundHash)
        .slot("tp_richcompare", (Ternary) this::compareBound)
        .fastCall(this::callBound)
        .member("__self__", BOUND_SELF, MemberKind.OBJECT)
        .getter("__name__", self -> py.own(name(memory.load64(self + BOUND_DESCR))))
        .getter("__qualname__", self -> qualname(memory.load64(self + BOUND_DESCR)))
        .getter("__doc__", self -> py.newNone())
        .getter("__objclass__", self -> py.own(owner(memory.load64(self + BOUND_DESCR))));
  }

  private TypeBuilder common(long type, String repr) {
    return TypeBuilder.of(py, type)
        .container((object, visitor) -> visit(memory.load64(object + OWNER), visitor))
        .dealloc(this::dealloc)
        .slot(
            "tp_repr",
            (Unary)
                self ->
                    py.strs.of(
                        repr.formatted(
                            py.strs.text(name(self)), py.typeObjects.fullName(owner(self)))))
        .getter("__doc__", self -> py.newNone())
        .getter("__text_signature__", self -> py.newNone())
        .getter("__qualname__", this::qualname)
        .member("__objclass__", OWNER, MemberKind.OBJECT)
        .member("__name__", NAME, MemberKind.OBJECT);
  }

  private static void visit(long object, LongConsumer visitor) {
    if (object != 0) {
      visitor.accept(object);
    }
  }

  private long owner(long descriptor) {
    return memory.load64(descriptor + OWNER);
  }

  private long name(long descriptor) {
    return memory.load64(descriptor + NAME);
  }

  private long payload(long descriptor) {
    return memory.load64(descriptor + PAYLOAD);
  }

  private long qualname(long descriptor) {
    return py.strs.of(
        py.typeObjects.shortName(owner(descriptor)) + "." + py.strs.text(name(descriptor)));
  }

  private void dealloc(long descriptor) {
    py.untrack(descriptor);
    py.xdecref(owner(descriptor));
    py.xdecref(name(descriptor));
    py.xdecref(memory.load64(descriptor + QUALNAME));
    py.free(descriptor);
  }

  private void requireOwner(long descriptor, long object) {
    if (!py.typeObjects.isInstance(object, owner(descriptor))) {
      throw Raise.typeError(
          "descriptor '%s' for '%s' objects doesn't apply to '%s' object"
              .formatted(
                  py.strs.text(name(descriptor)),
                  py.typeObjects.fullName(owner(descriptor)),
                  py.typeName(object)));
    }
  }

  private long getMethod(long descriptor, long object, long type) {
    if (object == 0) {
      return py.own(descriptor);
    }
    requireOwner(descriptor, object);
    return py.functions.create(payload(descriptor), object, 0);
  }

  private long getClassMethod(long descriptor, long object, long type) {
    long bound = type == 0 ? py.typeOf(object) : type;
    String what =
        "descriptor '%s' for type '%s' "
            .formatted(py.strs.text(name(descriptor)), py.typeObjects.fullName(owner(descriptor)));
    if (!py.types.is(bound, TypeFlags.TYPE)) {
      throw Raise.typeError(
          what + "needs a type, not a '%s' as arg 2".formatted(py.typeName(bound)));
    }
    if (!py.typeObjects.isSubtype(bound, owner(descriptor))) {
      throw Raise.typeError(
          what + "doesn't apply to type '%s'".formatted(py.typeObjects.fullName(bound)));
    }
    return py.functions.create(payload(descriptor), bound, 0);
  }

  private long callMethod(long descriptor, long arguments, int count, long names) {
    long self = self(descriptor, arguments, count);
    return py.functions.invoke(payload(descriptor), self, arguments + 8, count - 1, names);
  }

  /** The first argument, which must be an instance of the type the descriptor is of. */
  private long self(long descriptor, long arguments, int count) {
    String name = py.strs.text(name(descriptor));
    String type = py.typeObjects.fullName(owner(descriptor));
    if (count == 0) {
      throw Raise.typeError(
          "descriptor '%s' of '%s' object needs an argument".formatted(name, type));
    }
    long self = memory.load64(arguments);
    boolean ofClass = py.typeOf(descriptor) == py.types.classMethodDescriptor;
    if (!ofClass && !py.typeObjects.isInstance(self, owner(descriptor))) {
      throw Raise.typeError(
          "descriptor '%s' requires a '%s' object but received a '%s'"
              .formatted(name, type, py.typeName(self)));
    }
    return self;
  }

  private long getWrapper(long descriptor, long object, long type) {
    if (object == 0) {
      return py.own(descriptor);
    }
    requireOwner(descriptor, object);
    long bound = py.create(py.types.methodWrapper);
    memory.store64(bound + BOUND_DESCR, py.own(descriptor));
    memory.store64(bound + BOUND_SELF, py.own(object));
    return bound;
  }

  private long callWrapper(long descriptor, long arguments, int count, long names) {
    long self = self(descriptor, arguments, count);
    return wrapper(descriptor, self, arguments + 8, count - 1, names);
  }

  private long wrapper(long descriptor, long self, long arguments, int count, long names) {
    return py.code
        .wrapper(memory.load64(descriptor + WRAPPER))
        .call(memory.load64(descriptor + WRAPPED), self, arguments, count, names);
  }

  private long callBound(long bound, long arguments, int count, long names) {
    long self = memory.load64(bound + BOUND_SELF);
    return wrapper(memory.load64(bound + BOUND_DESCR), self, arguments, count, names);
  }

  private long boundRepr(long bound) {
    long self = memory.load64(bound + BOUND_SELF);
    return py.strs.of(
        "<method-wrapper '%s' of %s object at 0x%x>"
            .formatted(
                py.strs.text(name(memory.load64(bound + BOUND_DESCR))), py.typeName(self), self));
  }

  private long boundHash(long bound) {
    return memory.load64(bound + BOUND_DESCR) >> 4
        ^ py.comparisons.hash(memory.load64(bound + BOUND_SELF));
  }

  private long compareBound(long left, long right, long op) {
    if (py.typeOf(right) != py.types.methodWrapper || (op != 2 && op != 3)) {
      return py.newNotImplemented();
    }
    boolean same =
        memory.load64(left + BOUND_DESCR) == memory.load64(right + BOUND_DESCR)
            && py.comparisons.equal(
                memory.load64(left + BOUND_SELF), memory.load64(right + BOUND_SELF));
    return py.bool(same == (op == 2));
  }

  private void deallocBound(long bound) {
    py.untrack(bound);
    py.decref(memory.load64(bound + BOUND_DESCR));
    py.decref(memory.load64(bound + BOUND_SELF));
    py.free(bound);
  }

  private long getMember(long descriptor, long object, long type) {
    if (object == 0) {
      return py.own(descriptor);
    }
    requireOwner(descriptor, object);
    return Members.get(py, payload(descriptor), object);
  }

  private long setMember(long descriptor, long object, long value) {
    requireOwner(descriptor, object);
    Members.set(py, payload(descriptor), object, value);
    return 0;
  }

  private long getAttribute(long descriptor, long object, long type) {
    if (object == 0) {
      return py.own(descriptor);
    }
    requireOwner(descriptor, object);
    return py.code.unary(memory.load64(payload(descriptor) + GETTER)).call(object);
  }

  private long setAttribute(long descriptor, long object, long value) {
    requireOwner(descriptor, object);
    long setter = memory.load64(payload(descriptor) + SETTER);
    if (setter == 0) {
      throw Raise.attributeError(
          "attribute '%s' of '%s' objects is not writable"
              .formatted(
                  py.strs.text(name(descriptor)), py.typeObjects.fullName(owner(descriptor))));
    }
    py.code.binary(setter).call(object, value);
    return 0;
  }

  private void traverseFunction(long function, LongConsumer visitor) {
    visit(memory.load64(function + NativeFunctions.SELF), visitor);
    visit(memory.load64(function + NativeFunctions.MODULE), visitor);
  }

  private String functionText(long function) {
    return py.functions.name(memory.load64(function + NativeFunctions.DEF));
  }

  private boolean boundToObject(long function) {
    long self = memory.load64(function + NativeFunctions.SELF);
    return self != 0 && py.typeOf(self) != py.types.module;
  }

  private long functionRepr(long function) {
    long self = memory.load64(function + NativeFunctions.SELF);
    return py.strs.of(
        boundToObject(function)
            ? "<built-in method %s of %s object at 0x%x>"
                .formatted(functionText(function), py.typeName(self), self)
            : "<built-in function %s>".formatted(functionText(function)));
  }

  private long functionHash(long function) {
    long self = memory.load64(function + NativeFunctions.SELF);
    return self >> 4 ^ memory.load64(function + NativeFunctions.DEF) >> 4;
  }

  private long compareFunctions(long left, long right, long op) {
    if (py.typeOf(right) != py.types.nativeFunction || (op != 2 && op != 3)) {
      return py.newNotImplemented();
    }
    boolean same =
        memory.load64(left + NativeFunctions.SELF) == memory.load64(right + NativeFunctions.SELF)
            && memory.load64(left + NativeFunctions.DEF)
                == memory.load64(right + NativeFunctions.DEF);
    return py.bool(same == (op == 2));
  }

  private long functionName(long function) {
    return py.strs.of(functionText(function));
  }

  private long functionQualname(long function) {
    long self = memory.load64(function + NativeFunctions.SELF);
    if (!boundToObject(function)) {
      return functionName(function);
    }
    long type = py.types.is(self, TypeFlags.TYPE) ? self : py.typeOf(self);
    return py.strs.of(py.typeObjects.shortName(type) + "." + functionText(function));
  }

  private long functionSelf(long function) {
    long self = memory.load64(function + NativeFunctions.SELF);
    return self == 0 ? py.newNone() : py.own(self);
  }
}
