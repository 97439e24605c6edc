package gradus.engine.vm;

import gradus.engine.compiler.code.Bytes;
import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Str;
import gradus.engine.layout.CodeStructs;
import gradus.engine.layout.Field;
import gradus.engine.memory.Memory;
import gradus.engine.object.Comparisons;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import java.util.List;
import java.util.function.LongConsumer;

/** Code objects: laid down from the compiler's records (Objects/codeobject.c). */
public final class CodeObjects {

  static final int ARGCOUNT = offset("co_argcount");
  static final int KWONLY = offset("co_kwonlyargcount");
  static final int NLOCALS = offset("co_nlocals");
  static final int STACKSIZE = offset("co_stacksize");
  static final int FLAGS = offset("co_flags");
  static final int FIRSTLINE = offset("co_firstlineno");
  static final int CODE = offset("co_code");
  static final int CONSTS = offset("co_consts");
  static final int NAMES = offset("co_names");
  static final int VARNAMES = offset("co_varnames");
  static final int FREEVARS = offset("co_freevars");
  static final int CELLVARS = offset("co_cellvars");
  static final int CELL2ARG = offset("co_cell2arg");
  static final int FILENAME = offset("co_filename");
  static final int NAME = offset("co_name");
  static final int LNOTAB = offset("co_lnotab");
  static final int ZOMBIE = offset("co_zombieframe");
  private static final int WEAKLIST = offset("co_weakreflist");

  private final Space py;
  private final Memory memory;
  private final long type;
  private LongConsumer ended = code -> {};
  private boolean constructed;

  CodeObjects(Space py) {
    this.py = py;
    memory = py.memory;
    TypeBuilder builder =
        TypeBuilder.define(py, "code", CodeStructs.CODE)
            .dealloc(this::dealloc)
            .weakListAt(WEAKLIST)
            .slot("tp_new", (Ternary) this::construct)
            .slot("tp_repr", (Unary) this::repr)
            .slot("tp_hash", (Unary) this::hash)
            .slot("tp_richcompare", (Ternary) this::compare)
            .method("__sizeof__", self -> py.ints.of(CodeStructs.CODE.size()));
    for (Field field : CodeStructs.CODE.fields()) {
      boolean number = field.type().size() == 4;
      if (field.offset() >= ARGCOUNT && field.offset() <= LNOTAB && field.offset() != CELL2ARG) {
        builder.member(field.name(), field.offset(), number ? MemberKind.INT : MemberKind.OBJECT);
      }
    }
    type = builder.ready();
  }

  private long construct(long which, long tuple, long keywords) {
    constructed = true;
    return new CodeConstructor(py, this).create(which, tuple, keywords);
  }

  /** Whether the program has made code by hand, which may do what no compiler's code does. */
  public boolean constructed() {
    return constructed;
  }

  private static int offset(String field) {
    return CodeStructs.CODE.offset(field);
  }

  /** The type {@code code}. */
  public long type() {
    return type;
  }

  /** A code object from a record; nested codes become objects as well. */
  public long of(Code code) {
    long object = py.create(type);
    memory.store32(object + ARGCOUNT, code.argcount());
    memory.store32(object + KWONLY, code.kwonlyargcount());
    memory.store32(object + NLOCALS, code.nlocals());
    memory.store32(object + STACKSIZE, code.stacksize());
    memory.store32(object + FLAGS, code.flags());
    memory.store32(object + FIRSTLINE, code.firstlineno());
    memory.store64(object + NAMES, names(code.names()));
    memory.store64(object + VARNAMES, names(code.varnames()));
    memory.store64(object + FREEVARS, names(code.freevars()));
    memory.store64(object + CELLVARS, names(code.cellvars()));
    memory.store64(object + CONSTS, constants(code.consts()));
    memory.store64(object + CODE, py.bytes.of(code.code().toArray()));
    memory.store64(object + FILENAME, py.strs.of(code.filename()));
    memory.store64(object + NAME, py.strs.intern(py.strs.of(code.name())));
    memory.store64(object + LNOTAB, py.bytes.of(code.lnotab().toArray()));
    placeCells(object);
    return object;
  }

  private long names(List<String> names) {
    long tuple = py.tuples.create(names.size());
    for (int index = 0; index < names.size(); index++) {
      py.tuples.set(tuple, index, py.strs.intern(py.strs.of(names.get(index))));
    }
    return tuple;
  }

  private long constants(List<Constant> constants) {
    long tuple = py.tuples.create(constants.size());
    for (int index = 0; index < constants.size(); index++) {
      py.tuples.set(tuple, index, constant(constants.get(index)));
    }
    return tuple;
  }

  private long constant(Constant constant) {
    if (constant instanceof Str str) {
      long object = py.strs.of(str.codePoints());
      return isName(str) ? py.strs.intern(object) : object;
    }
    if (constant instanceof Bytes bytes) {
      return py.bytes.of(bytes.toArray());
    }
    if (constant instanceof Code code) {
      return of(code);
    }
    if (constant instanceof Constant.Int number) {
      return py.ints.of(number.value());
    }
    if (constant instanceof Constant.Floating number) {
      return py.floats.of(number.value());
    }
    if (constant instanceof Constant.Tuple tuple) {
      return constants(tuple.items());
    }
    if (constant instanceof Constant.Bool bool) {
      return py.bool(bool.value());
    }
    if (constant instanceof Constant.FrozenSet set) {
      long items = constants(List.copyOf(set.items()));
      long frozen = py.calls.call(py.sets.frozenType(), items);
      py.decref(items);
      return frozen;
    }
    if (constant instanceof Constant.Complex number) {
      return py.complexes.of(number.real(), number.imaginary());
    }
    return py.own(constant instanceof Constant.None ? py.none : py.ellipsis);
  }

  /** Strs that could be names are interned, because they may be used as some. */
  private static boolean isName(Str str) {
    for (int index = 0; index < str.length(); index++) {
      int point = str.at(index);
      boolean good =
          point == '_'
              || (point >= 'a' && point <= 'z')
              || (point >= 'A' && point <= 'Z')
              || (point >= '0' && point <= '9');
      if (!good) {
        return false;
      }
    }
    return true;
  }

  /** Notes for each cell the argument it takes over, -1 for none; NULL if none takes over any. */
  void placeCells(long code) {
    long cells = memory.load64(code + CELLVARS);
    byte[] table = new byte[py.tuples.size(cells)];
    boolean any = false;
    for (int cell = 0; cell < table.length; cell++) {
      int argument = argumentNamed(code, py.tuples.get(cells, cell));
      table[cell] = (byte) argument;
      any |= argument >= 0;
    }
    long place = any ? py.allocator.malloc(table.length) : 0;
    if (any) {
      memory.load(place, table);
    }
    memory.store64(code + CELL2ARG, place);
  }

  private int argumentNamed(long code, long name) {
    long names = memory.load64(code + VARNAMES);
    int arguments = Math.min(py.tuples.size(names), totalArguments(code));
    for (int index = 0; index < arguments; index++) {
      if (py.strs.equal(py.tuples.get(names, index), name)) {
        return index;
      }
    }
    return -1;
  }

  private int totalArguments(long code) {
    int flags = memory.load32(code + FLAGS);
    int variable = (flags & Flags.VARARGS) != 0 ? 1 : 0;
    int keywords = (flags & Flags.VARKEYWORDS) != 0 ? 1 : 0;
    return memory.load32(code + ARGCOUNT) + memory.load32(code + KWONLY) + variable + keywords;
  }

  /** Names who wants to hear of code objects that end. */
  void endsAre(LongConsumer listener) {
    ended = listener;
  }

  private void dealloc(long code) {
    ended.accept(code);
    py.weakRefs.clear(code);
    for (int field = CODE; field <= LNOTAB; field += 8) {
      if (field != CELL2ARG) {
        py.xdecref(memory.load64(code + field));
      }
    }
    py.allocator.free(memory.load64(code + CELL2ARG));
    long zombie = memory.load64(code + ZOMBIE);
    if (zombie != 0) {
      py.free(zombie);
    }
    py.free(code);
  }

  private long repr(long code) {
    return py.strs.of(
        "<code object %s at 0x%x, file \"%s\", line %d>"
            .formatted(
                py.strs.text(memory.load64(code + NAME)),
                code,
                py.strs.text(memory.load64(code + FILENAME)),
                memory.load32(code + FIRSTLINE)));
  }

  private long hash(long code) {
    long hash = 0;
    for (int field : new int[] {NAME, CODE, CONSTS, NAMES, VARNAMES, FREEVARS, CELLVARS}) {
      hash ^= py.comparisons.hash(memory.load64(code + field));
    }
    hash ^= memory.load32(code + ARGCOUNT) ^ memory.load32(code + KWONLY);
    hash ^= memory.load32(code + NLOCALS) ^ memory.load32(code + FLAGS);
    return hash == -1 ? -2 : hash;
  }

  private long compare(long left, long right, long op) {
    if (py.typeOf(right) != type || (op != Comparisons.EQ && op != Comparisons.NE)) {
      return py.newNotImplemented();
    }
    return py.bool(same(left, right) == (op == Comparisons.EQ));
  }

  private boolean same(long left, long right) {
    for (int field : new int[] {ARGCOUNT, KWONLY, NLOCALS, FLAGS, FIRSTLINE}) {
      if (memory.load32(left + field) != memory.load32(right + field)) {
        return false;
      }
    }
    for (int field : new int[] {NAME, CODE, CONSTS, NAMES, VARNAMES, FREEVARS, CELLVARS}) {
      if (!py.comparisons.equal(memory.load64(left + field), memory.load64(right + field))) {
        return false;
      }
    }
    return true;
  }

  int flags(long code) {
    return memory.load32(code + FLAGS);
  }

  String name(long code) {
    return py.strs.text(memory.load64(code + NAME));
  }

  /** The line of the instruction at an offset (PyCode_Addr2Line). */
  public int line(long code, int lasti) {
    byte[] table = py.bytes.content(memory.load64(code + LNOTAB));
    int line = memory.load32(code + FIRSTLINE);
    int address = 0;
    for (int at = 0; at + 1 < table.length; at += 2) {
      address += table[at] & 0xff;
      if (address > lasti) {
        break;
      }
      line += table[at + 1];
    }
    return line;
  }

  /**
   * A line's instructions, from one offset up to another.
   *
   * @param from where the line begins; −1 if there is no such line
   */
  record LineRange(int from, int to, int line) {}

  /** The line of the instruction at an offset, and how far it goes (_PyCode_CheckLineNumber). */
  LineRange lineRange(long code, int lasti) {
    byte[] table = py.bytes.content(memory.load64(code + LNOTAB));
    int line = memory.load32(code + FIRSTLINE);
    int from = 0;
    int address = 0;
    for (int at = 0; at + 1 < table.length; at += 2) {
      address += table[at] & 0xff;
      if (address > lasti && table[at + 1] != 0) {
        return new LineRange(from, address, line);
      }
      if (table[at + 1] != 0) {
        from = address;
        line += table[at + 1];
      }
    }
    return new LineRange(from, Integer.MAX_VALUE, line);
  }

  /** The first line in the order of the instructions that is not before another. */
  LineRange lineFrom(long code, int wanted) {
    byte[] table = py.bytes.content(memory.load64(code + LNOTAB));
    int line = memory.load32(code + FIRSTLINE);
    int address = 0;
    for (int at = 0; at + 1 < table.length && line < wanted; at += 2) {
      address += table[at] & 0xff;
      line += table[at + 1];
    }
    return new LineRange(line < wanted ? -1 : address, Integer.MAX_VALUE, line);
  }
}
