package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.Fast;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Module objects, and those that are imported (Objects/moduleobject.c). */
public final class Modules {

  private static final int DICT = CodeStructs.MODULE.offset("md_dict");
  private static final int NAME = CodeStructs.MODULE.offset("md_name");
  private static final int WEAKLIST = CodeStructs.MODULE.offset("md_weaklist");

  private final Space py;
  private final Memory memory;
  private final long loaded;
  private final Map<String, Builder> natives = new HashMap<>();
  private long builtins;

  /** Fills a native module when it is imported first. */
  @FunctionalInterface
  public interface Builder {
    void fill(Modules modules, long module);
  }

  Modules(Space py) {
    this.py = py;
    memory = py.memory;
    loaded = py.dicts.create();
    TypeBuilder.of(py, py.types.module)
        .derivable()
        .container(
            (module, visitor) -> {
              if (memory.load64(module + DICT) != 0) {
                visitor.accept(memory.load64(module + DICT));
              }
            })
        .clear(module -> py.clear(module + DICT))
        .dealloc(this::dealloc)
        .dictAt(DICT)
        .weakListAt(WEAKLIST)
        .slot("tp_new", (Ternary) (type, tuple, keywords) -> blank(type))
        .slot("tp_init", (Ternary) this::init)
        .slot("tp_repr", (Unary) this::repr)
        .slot("tp_getattro", (Binary) this::get)
        .member("__dict__", DICT, MemberKind.OBJECT);
    py.typeObjects.refresh(py.types.module);
  }

  private long blank(long type) {
    long module = py.create(type);
    memory.store64(module + DICT, py.dicts.create());
    return module;
  }

  private void dealloc(long module) {
    py.untrack(module);
    py.weakRefs.clear(module);
    py.xdecref(memory.load64(module + DICT));
    py.xdecref(memory.load64(module + NAME));
    py.free(module);
  }

  private long init(long self, long tuple, long keywords) {
    long[] values = py.arguments.parseTuple("module", tuple, keywords, 1, "name", "doc");
    name(self, values[0], values[1] == 0 ? py.none : values[1]);
    return 0;
  }

  private void name(long module, long name, long doc) {
    long dict = memory.load64(module + DICT);
    py.replace(module + NAME, py.own(name));
    py.dicts.setName(dict, "__name__", name);
    py.dicts.setName(dict, "__doc__", doc);
    py.dicts.setName(dict, "__package__", py.none);
    py.dicts.setName(dict, "__loader__", py.none);
    py.dicts.setName(dict, "__spec__", py.none);
  }

  private long repr(long self) {
    long name = py.dicts.getName(memory.load64(self + DICT), py.names.of("__name__"));
    String text = name == 0 ? "'?'" : py.texts.reprText(name);
    long file = py.dicts.getName(memory.load64(self + DICT), py.names.of("__file__"));
    boolean builtIn = name != 0 && py.strs.is(name) && natives.containsKey(py.strs.text(name));
    if (file == 0 && !builtIn) {
      return py.strs.of("<module %s>".formatted(text));
    }
    return py.strs.of(
        file == 0
            ? "<module %s (built-in)>".formatted(text)
            : "<module %s from %s>".formatted(text, py.texts.reprText(file)));
  }

  private long get(long self, long name) {
    try {
      return py.attributes.genericGet(self, name);
    } catch (Raise raise) {
      py.exceptions.swallow(raise, "AttributeError");
      long module = py.dicts.getName(memory.load64(self + DICT), py.names.of("__name__"));
      throw Raise.attributeError(
          module == 0
              ? "module has no attribute '%s'".formatted(py.strs.text(name))
              : "module '%s' has no attribute '%s'"
                  .formatted(py.strs.text(module), py.strs.text(name)));
    }
  }

  /** A new module of a name. */
  public long create(String name) {
    long module = blank(py.types.module);
    long text = py.strs.of(name);
    name(module, text, py.none);
    py.decref(text);
    return module;
  }

  /** A module's namespace, borrowed. */
  public long dict(long module) {
    return memory.load64(module + DICT);
  }

  /** {@code sys.modules}, borrowed. */
  public long loaded() {
    return loaded;
  }

  /** Says how to fill a native module. */
  public void register(String name, Builder builder) {
    natives.put(name, builder);
  }

  /** The names of the native modules. */
  public Set<String> natives() {
    return Set.copyOf(natives.keySet());
  }

  /** An imported module, borrowed, or 0; a native one is made now if it was not before. */
  public long find(String name) {
    long module = py.dicts.getName(loaded, py.names.of(name));
    if (module != 0) {
      return module;
    }
    Builder builder = natives.get(name);
    if (builder == null) {
      return 0;
    }
    module = create(name);
    py.dicts.setName(loaded, name, module);
    py.decref(module);
    builder.fill(this, module);
    return module;
  }

  /** Whether a module was imported. */
  public boolean isLoaded(String name) {
    return py.dicts.getName(loaded, py.names.of(name)) != 0;
  }

  /** Adds a native function to a module. */
  public void function(long module, String name, Fast body) {
    long function = py.functions.ofModule(module, name, body);
    py.dicts.setName(dict(module), name, function);
    py.decref(function);
  }

  /** Adds a native function with so many positional arguments to a module. */
  public void function(long module, String name, int min, int max, Fast body) {
    function(
        module,
        name,
        (self, arguments, count, names) -> {
          py.arguments.noKeywords(name, names);
          if (min == max && min == 1 && count != 1) {
            throw Raise.typeError(
                "%s() takes exactly one argument (%d given)".formatted(name, count));
          }
          if (min == max && min == 0 && count != 0) {
            throw Raise.typeError("%s() takes no arguments (%d given)".formatted(name, count));
          }
          py.arguments.unpack(name, count, min, max);
          return body.call(self, arguments, count, names);
        });
  }

  /** Adds a value to a module, whose reference is taken over. */
  public void value(long module, String name, long value) {
    py.dicts.setName(dict(module), name, value);
    py.decref(value);
  }

  /** The namespace of builtins, borrowed. */
  public long builtinsDict() {
    if (builtins == 0) {
      builtins = find("builtins");
    }
    return dict(builtins);
  }

  /** The builtins that code with these globals sees, borrowed. */
  long builtinsFor(long globals) {
    long found = py.dicts.getName(globals, py.names.of("__builtins__"));
    if (found == 0) {
      return builtinsDict();
    }
    return py.typeObjects.isInstance(found, py.types.module) ? dict(found) : found;
  }
}
