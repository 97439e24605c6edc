package gradus.engine.object;

import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.ObjectLayout;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import gradus.engine.memory.StaticData;

/**
 * The whole object model of a process: the ground floor ({@link ObjectSpace}), all built-in types,
 * and what one can do with any object. It is to this engine what CPython's C API is to CPython.
 *
 * <p>Everywhere, an object is the address of its bytes. A method returns a new reference unless it
 * says <em>borrowed</em>, and takes arguments without touching their counts unless it says that it
 * takes one over. What a method cannot do it throws as a {@link Raise}.
 */
public final class Space {

  public final ObjectSpace ground;
  public final Memory memory;
  public final Allocator allocator;
  public final StaticData data;
  public final References refs;
  public final NativeCode code;
  public final Ints ints;
  public final Lists lists;
  public final ListOperations listOps;
  public final BuiltinTypes types;
  final NativeStack stack;
  public final Strs strs;
  public final Names names;
  public final Tuples tuples;
  public final Dicts dicts;
  public final SharedKeys sharedKeys;
  public final Floats floats;
  public final BytesObjects bytes;
  public final ByteArrays byteArrays;
  public final Buffers buffers;
  public final MemoryViews memoryViews;
  public final TypeObjects typeObjects;
  public final Attributes attributes;
  public final Calls calls;
  public final Arguments arguments;
  public final Numbers numbers;
  public final Comparisons comparisons;
  public final Items items;
  public final Texts texts;
  public final Slices slices;
  public final Exceptions exceptions;
  public final NativeFunctions functions;
  public final WeakRefs weakRefs;
  public final Iterators iterators;
  public final Methods methods;
  public final DictViews dictViews;
  public final Sets sets;
  public final Complexes complexes;
  public final Formats formats;
  public final Codecs codecs;
  public final Shapes shapes;

  public final long none;
  public final long yes;
  public final long no;
  public final long notImplemented;
  public final long ellipsis;

  public final Finalizers finalizers;
  public final CycleCollector cycles;

  private final Collector collector;
  private final Trashcan trashcan;

  /**
   * Starts a process.
   *
   * @param limit the most bytes it may map
   */
  public Space(ObjectLayout layout, GrowthPolicy growth, long limit) {
    ground = new ObjectSpace(layout, growth, limit);
    memory = ground.memory();
    allocator = ground.allocator();
    data = ground.data();
    refs = ground.references();
    code = ground.code();
    collector = ground.collector();
    trashcan = ground.lists().trashcan();
    ints = ground.ints();
    lists = ground.lists();
    listOps = ground.listOperations();
    none = ground.singletons().none();
    yes = ground.singletons().bool(true);
    no = ground.singletons().bool(false);
    types = new BuiltinTypes(ground);
    notImplemented = singleton(types.notImplemented);
    ellipsis = singleton(types.ellipsis);
    stack = new NativeStack(memory);
    strs = new Strs(this);
    tuples = new Tuples(this);
    dicts = new Dicts(this);
    sharedKeys = new SharedKeys(this);
    names = new Names(strs);
    floats = new Floats(this);
    bytes = new BytesObjects(this);
    byteArrays = new ByteArrays(this);
    buffers = new Buffers(this);
    memoryViews = new MemoryViews(this);
    typeObjects = new TypeObjects(this);
    attributes = new Attributes(this);
    calls = new Calls(this);
    arguments = new Arguments(this);
    numbers = new Numbers(this);
    comparisons = new Comparisons(this);
    items = new Items(this);
    texts = new Texts(this);
    slices = new Slices(this);
    functions = new NativeFunctions(this);
    weakRefs = new WeakRefs(this);
    iterators = new Iterators(this);
    methods = new Methods(this);
    dictViews = new DictViews(this);
    sets = new Sets(this);
    complexes = new Complexes(this);
    formats = new Formats(this);
    codecs = new Codecs(this);
    shapes = new Shapes(this);
    exceptions = new Exceptions(this);
    finalizers = new Finalizers(this);
    cycles = new CycleCollector(this);
    cycles.emptyOnFullCollection(methods::clearFreeList);
    cycles.emptyOnFullCollection(functions::clearFreeList);
    cycles.emptyOnFullCollection(tuples::clearFreeLists);
    cycles.emptyOnFullCollection(floats::clearFreeList);
    cycles.emptyOnFullCollection(lists::clearFreeList);
    cycles.emptyOnFullCollection(dicts::clearFreeList);
  }

  private long singleton(long type) {
    long object = data.reserve(Segment.DATA, 16, 16);
    refs.initialise(object, type);
    return object;
  }

  // Counting is written out, not left to refs: HotSpot inlines calls only so deep.

  public void incref(long object) {
    memory.add64(object, 1);
  }

  public void decref(long object) {
    if (memory.add64(object, -1) == 0) {
      refs.dealloc(object);
    }
  }

  /** Counts a reference to an object that may be NULL. */
  public void xincref(long object) {
    if (object != 0) {
      memory.add64(object, 1);
    }
  }

  /** Lets go of an object that may be NULL. */
  public void xdecref(long object) {
    if (object != 0 && memory.add64(object, -1) == 0) {
      refs.dealloc(object);
    }
  }

  /** The same object, with a reference more. */
  public long own(long object) {
    memory.add64(object, 1);
    return object;
  }

  /** An object's type, borrowed. */
  public long typeOf(long object) {
    return memory.load64(object + References.TYPE);
  }

  /** The name of an object's type, with its module if it is a built-in one of a module. */
  public String typeName(long object) {
    return typeObjects.fullName(typeOf(object));
  }

  /** A new reference to True or False. */
  public long bool(boolean value) {
    return own(value ? yes : no);
  }

  /** A new reference to None. */
  public long newNone() {
    return own(none);
  }

  /** A new reference to NotImplemented. */
  public long newNotImplemented() {
    return own(notImplemented);
  }

  /**
   * Zeroed memory for an object of a type, with its head written; containers are not tracked yet.
   * The object holds a reference to a type made at run time.
   */
  public long allocate(long type, long size) {
    long flags = types.flags(type);
    long object;
    if ((flags & TypeFlags.HAVE_GC) != 0) {
      object = collector.allocate(size);
    } else {
      object = allocator.malloc(size);
      if (object == Allocator.NULL) {
        throw Raise.memoryError();
      }
    }
    memory.clear(object, size);
    refs.initialise(object, type);
    if ((flags & TypeFlags.HEAP_TYPE) != 0) {
      refs.incref(type);
    }
    return object;
  }

  /** A zeroed object of its type's basic size, tracked if it is a container. */
  public long create(long type) {
    long object = allocate(type, memory.load64(type + TypeObjects.BASIC_SIZE));
    if ((types.flags(type) & TypeFlags.HAVE_GC) != 0) {
      collector.track(object);
    }
    return object;
  }

  /** Gives back the memory of an object that holds nothing any more ({@code tp_free}). */
  public void free(long object) {
    if (types.is(object, TypeFlags.HAVE_GC)) {
      collector.free(object);
    } else {
      allocator.free(object);
    }
  }

  public void track(long container) {
    collector.track(container);
  }

  /** Takes a container out of the collector's lists, if it is in one. */
  public void untrack(long container) {
    if (collector.tracked(container)) {
      collector.untrack(container);
    }
  }

  void untrackIfContainer(long object) {
    if (types.is(object, TypeFlags.HAVE_GC)) {
      untrack(object);
    }
  }

  /** Whether the collector has a container in one of its lists. */
  public boolean tracked(long container) {
    return collector.tracked(container);
  }

  Collector collector() {
    return collector;
  }

  /** What keeps the end of deeply nested containers from nesting on the stack. */
  Trashcan trashcan() {
    return trashcan;
  }

  /** Stores a reference in a field; the field's old reference is let go, the new one taken over. */
  public void replace(long place, long object) {
    long old = memory.load64(place);
    memory.store64(place, object);
    xdecref(old);
  }

  /** Empties a field that holds a reference or NULL. */
  public void clear(long place) {
    replace(place, 0);
  }
}
