package gradus.engine.object;

import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.ObjectLayout;
import gradus.engine.layout.Struct;
import gradus.engine.layout.StructView;
import gradus.engine.layout.Structs;
import gradus.engine.memory.GeneralHeap;
import gradus.engine.memory.Memory;
import gradus.engine.memory.Pymalloc;
import gradus.engine.memory.StaticData;

/**
 * A process with the built-in types in place: everything of Python that needs no program to run.
 */
public final class ObjectSpace {

  private final Memory memory;
  private final Pymalloc allocator;
  private final StaticData data;
  private final NativeCode code;
  private final References references;
  private final Collector collector;
  private final Types types;
  private final Ints ints;
  private final Singletons singletons;
  private final Lists lists;
  private final ListOperations listOperations;
  private final Representations representations;

  /**
   * Starts a process.
   *
   * @param limit the most bytes it may map
   */
  public ObjectSpace(ObjectLayout layout, GrowthPolicy growth, long limit) {
    memory = new Memory(limit);
    data = new StaticData(memory);
    allocator = new Pymalloc(memory, data, new GeneralHeap(memory, data), layout.blockAlignment());
    code = new NativeCode(data);
    references = new References(memory, code);
    collector = new Collector(memory, data, allocator, layout);
    types = new Types(memory, data, code, references);
    ints = new Ints(memory, data, allocator, references, types);
    singletons = new Singletons(data, references, types, ints);
    lists = new Lists(memory, data, allocator, references, collector, types, growth);
    listOperations = new ListOperations(references, lists);
    representations =
        new Representations(references, types, ints, singletons, listOperations, lists.type());
  }

  StaticData data() {
    return data;
  }

  NativeCode code() {
    return code;
  }

  Collector collector() {
    return collector;
  }

  public Memory memory() {
    return memory;
  }

  public Pymalloc allocator() {
    return allocator;
  }

  public References references() {
    return references;
  }

  public Types types() {
    return types;
  }

  public Ints ints() {
    return ints;
  }

  public Singletons singletons() {
    return singletons;
  }

  public Lists lists() {
    return lists;
  }

  public ListOperations listOperations() {
    return listOperations;
  }

  public Representations representations() {
    return representations;
  }

  /** The struct an object of a type is laid out in. */
  private Struct structOf(long object) {
    long type = references.typeOf(object);
    if (type == ints.type() || type == singletons.boolType()) {
      return Structs.LONG;
    }
    if (type == lists.type()) {
      return Structs.LIST;
    }
    return type == types.type() ? Structs.TYPE_OBJECT : Structs.OBJECT_HEAD;
  }

  /** An object's struct as it lies in memory. */
  public StructView view(long object) {
    return StructView.read(memory, structOf(object), object, itemsIn(object));
  }

  /** The number of items in an object's own struct: the digits of an int. */
  private long itemsIn(long object) {
    return structOf(object).equals(Structs.LONG) ? ints.digits(object) : 0;
  }

  /**
   * What {@code sys.getsizeof} says: the object with its items, and the collector's header if it
   * has one.
   */
  public long sizeOf(long object) {
    long size = structOf(object).size(itemsIn(object));
    return references.typeOf(object) == lists.type()
        ? size + listOperations.allocated(object) * ListStorage.POINTER + collector.headSize()
        : size;
  }

  /** The size in bytes of the collector's header, which lies right before a container. */
  public int collectorHeadSize() {
    return collector.headSize();
  }
}
