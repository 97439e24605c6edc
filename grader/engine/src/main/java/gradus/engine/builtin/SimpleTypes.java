package gradus.engine.builtin;

import gradus.engine.layout.CodeStructs;
import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.Comparisons;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Slots;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.TypeObjects;
import gradus.engine.object.Unary;

/**
 * Small types: None, NotImplemented, Ellipsis, method, module, staticmethod, classmethod,
 * mappingproxy.
 */
final class SimpleTypes {

  private static final int CALLABLE = ObjectStructs.CLASS_METHOD.offset("cm_callable");
  private static final int METHOD_DICT = ObjectStructs.CLASS_METHOD.offset("cm_dict");
  private static final int FUNCTION = CodeStructs.METHOD.offset("im_func");
  private static final int SELF = CodeStructs.METHOD.offset("im_self");
  private static final int MAPPING = ObjectStructs.MAPPING_PROXY.offset("mapping");

  private final Space py;
  private final Memory memory;

  SimpleTypes(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** The wrappers of functions in class bodies; they come first because builders use them. */
  void defineStaticMethods() {
    long staticType = py.types.declare("staticmethod", ObjectStructs.CLASS_METHOD);
    long classType = py.types.declare("classmethod", ObjectStructs.CLASS_METHOD);
    py.functions.methodTypesAre(staticType, classType);
    memory.store64(staticType + TypeObjects.FLAGS, TypeFlags.HAVE_GC);
    memory.store64(classType + TypeObjects.FLAGS, TypeFlags.HAVE_GC);
  }

  void define() {
    singleton(py.types.none, "None").slot("nb_bool", (Unary) self -> 0);
    singleton(py.types.notImplemented, "NotImplemented");
    singleton(py.types.ellipsis, "Ellipsis");
    wrapper(py.functions.staticMethodType())
        .slot("tp_descr_get", (Ternary) (self, object, type) -> py.own(callable(self)));
    wrapper(py.functions.classMethodType()).slot("tp_descr_get", (Ternary) this::bindToClass);
    defineMethod();
  }

  private TypeBuilder singleton(long type, String name) {
    return TypeBuilder.of(py, type)
        .slot("tp_repr", (Unary) self -> py.own(py.names.of(name)))
        .slot("tp_new", (Ternary) (cls, tuple, keywords) -> only(cls, name, tuple, keywords));
  }

  private long only(long type, String name, long tuple, long keywords) {
    if (py.tuples.size(tuple) > 0 || (keywords != 0 && py.dicts.size(keywords) > 0)) {
      throw Raise.typeError(py.typeObjects.shortName(type) + " takes no arguments");
    }
    return py.own(
        name.equals("None") ? py.none : name.equals("Ellipsis") ? py.ellipsis : py.notImplemented);
  }

  private TypeBuilder wrapper(long type) {
    return TypeBuilder.of(py, type)
        .derivable()
        .container(
            (object, visitor) -> {
              if (callable(object) != 0) {
                visitor.accept(callable(object));
              }
            })
        .clear(
            object -> {
              py.clear(object + CALLABLE);
              py.clear(object + METHOD_DICT);
            })
        .dealloc(
            object -> {
              py.untrack(object);
              py.xdecref(callable(object));
              py.xdecref(memory.load64(object + METHOD_DICT));
              py.free(object);
            })
        .attributesAt(METHOD_DICT)
        .slot("tp_new", (Ternary) (cls, tuple, keywords) -> py.create(cls))
        .slot("tp_init", (Ternary) this::initWrapper)
        .getter("__isabstractmethod__", this::isAbstract)
        .member("__func__", CALLABLE, MemberKind.OBJECT);
  }

  private long isAbstract(long self) {
    long flag = py.attributes.find(callable(self), "__isabstractmethod__");
    boolean value = flag != 0 && py.comparisons.truth(flag);
    py.xdecref(flag);
    return py.bool(value);
  }

  private long initWrapper(long self, long tuple, long keywords) {
    String name = py.typeName(self);
    py.arguments.unpack(name, py.tuples.size(tuple), 1, 1);
    py.arguments.noKeywordDict(name, keywords);
    py.replace(self + CALLABLE, py.own(py.tuples.get(tuple, 0)));
    return 0;
  }

  private long callable(long wrapper) {
    return memory.load64(wrapper + CALLABLE);
  }

  private long bindToClass(long self, long object, long type) {
    return method(callable(self), type == 0 ? py.typeOf(object) : type);
  }

  private long method(long function, long self) {
    return py.methods.of(function, self);
  }

  private void defineMethod() {
    TypeBuilder.of(py, py.types.method)
        .container(
            (object, visitor) -> {
              visitor.accept(memory.load64(object + FUNCTION));
              visitor.accept(memory.load64(object + SELF));
            })
        .dealloc(py.methods::dealloc)
        .weakListAt(CodeStructs.METHOD.offset("im_weakreflist"))
        .fastCall(py.methods::call)
        .slot("tp_new", (Ternary) this::newMethod)
        .slot("tp_repr", (Unary) this::methodRepr)
        .slot("tp_hash", (Unary) this::methodHash)
        .slot("tp_richcompare", (Ternary) this::compareMethods)
        .slot("tp_getattro", (Binary) this::methodAttribute)
        .slot("tp_descr_get", (Ternary) (self, object, type) -> py.own(self))
        .member("__func__", FUNCTION, MemberKind.OBJECT)
        .member("__self__", SELF, MemberKind.OBJECT);
  }

  private long newMethod(long type, long tuple, long keywords) {
    py.arguments.unpack("method", py.tuples.size(tuple), 2, 2);
    if (memory.load64(py.typeOf(py.tuples.get(tuple, 0)) + Slots.type("tp_call")) == 0) {
      throw Raise.typeError("first argument must be callable");
    }
    if (py.tuples.get(tuple, 1) == py.none) {
      throw Raise.typeError("self must not be None");
    }
    return method(py.tuples.get(tuple, 0), py.tuples.get(tuple, 1));
  }

  private long methodRepr(long self) {
    long name = py.attributes.find(memory.load64(self + FUNCTION), "__qualname__");
    if (name == 0) {
      name = py.attributes.find(memory.load64(self + FUNCTION), "__name__");
    }
    String text = name == 0 ? "?" : py.texts.take(name);
    return py.strs.of(
        "<bound method %s of %s>".formatted(text, py.texts.reprText(memory.load64(self + SELF))));
  }

  private long methodHash(long self) {
    long hash =
        py.comparisons.hash(memory.load64(self + SELF))
            ^ py.comparisons.hash(memory.load64(self + FUNCTION));
    return hash == -1 ? -2 : hash;
  }

  private long compareMethods(long self, long other, long op) {
    if (py.typeOf(other) != py.types.method || (op != Comparisons.EQ && op != Comparisons.NE)) {
      return py.newNotImplemented();
    }
    boolean same =
        py.comparisons.equal(memory.load64(self + FUNCTION), memory.load64(other + FUNCTION))
            && py.comparisons.equal(memory.load64(self + SELF), memory.load64(other + SELF));
    return py.bool(same == (op == Comparisons.EQ));
  }

  /** A method has its function's attributes. */
  private long methodAttribute(long self, long name) {
    if (py.typeObjects.lookup(py.types.method, name) != 0) {
      return py.attributes.genericGet(self, name);
    }
    return py.attributes.get(memory.load64(self + FUNCTION), name);
  }

  void defineProxy() {
    TypeBuilder proxy =
        TypeBuilder.define(py, "mappingproxy", ObjectStructs.MAPPING_PROXY)
            .container((object, visitor) -> visitor.accept(memory.load64(object + MAPPING)))
            .dealloc(
                object -> {
                  py.untrack(object);
                  py.xdecref(memory.load64(object + MAPPING));
                  py.free(object);
                })
            .slot("tp_new", (Ternary) this::newProxy)
            .slot("tp_repr", (Unary) this::proxyRepr)
            .slot("tp_str", (Unary) self -> py.texts.str(mapping(self)))
            .slot("tp_iter", (Unary) self -> py.items.iter(mapping(self)))
            .slot(
                "tp_richcompare",
                (Ternary)
                    (self, other, op) -> py.comparisons.compare(mapping(self), other, (int) op))
            .slot("sq_contains", (Binary) (s, key) -> py.items.contains(mapping(s), key) ? 1 : 0)
            .slot("mp_length", (Unary) self -> py.items.length(mapping(self)))
            .slot("mp_subscript", (Binary) (self, key) -> py.items.get(mapping(self), key));
    for (String name : new String[] {"keys", "values", "items", "copy"}) {
      proxy.method(name, self -> py.calls.method(mapping(self), name));
    }
    proxy.methods("get", 1, 2, this::proxyGet);
    py.typeObjects.mappingProxyIs(proxy.ready());
  }

  private long mapping(long proxy) {
    return memory.load64(proxy + MAPPING);
  }

  private long newProxy(long type, long tuple, long keywords) {
    py.arguments.unpack("mappingproxy", py.tuples.size(tuple), 1, 1);
    long proxy = py.create(type);
    memory.store64(proxy + MAPPING, py.own(py.tuples.get(tuple, 0)));
    return proxy;
  }

  private long proxyRepr(long self) {
    return py.strs.of("mappingproxy(" + py.texts.reprText(mapping(self)) + ")");
  }

  private long proxyGet(long self, long args, int count, long names) {
    long otherwise = count > 1 ? py.arguments.get(args, 1) : py.none;
    return py.calls.method(mapping(self), "get", py.arguments.get(args, 0), otherwise);
  }
}
