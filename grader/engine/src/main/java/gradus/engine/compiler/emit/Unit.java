package gradus.engine.compiler.emit;

import gradus.engine.compiler.assemble.Assembler;
import gradus.engine.compiler.assemble.BasicBlock;
import gradus.engine.compiler.assemble.Draft;
import gradus.engine.compiler.assemble.Instruction;
import gradus.engine.compiler.ast.Position;
import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.code.CodeFlags;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import gradus.engine.compiler.source.ErrorKind;
import gradus.engine.compiler.source.PySyntaxError;
import gradus.engine.compiler.symbols.Block;
import gradus.engine.compiler.symbols.BlockType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A code object being written ({@code struct compiler_unit}). */
final class Unit {
  /** CPython's CO_MAXBLOCKS, the size of a frame's block stack. */
  private static final int MAX_BLOCKS = 20;

  private static final String CLASS_CELL = "__class__";

  final ScopeType type;
  final Block symbols;
  final String name;
  final String qualname;
  final Table<Constant> consts = new Table<>();
  final Table<String> names = new Table<>();
  final Table<String> varnames = new Table<>();
  final Table<String> cellvars = new Table<>();
  final Table<String> freevars;
  final Deque<FrameBlock> frameBlocks = new ArrayDeque<>();
  private final int firstLineno;
  private final BasicBlock entry = new BasicBlock();
  private BasicBlock current = entry;
  private int lineno;
  private int column;
  private boolean linenoSet;
  private int argcount;
  private int kwonlyargcount;

  /** The class whose private names are mangled here. */
  Optional<String> className;

  Unit(
      ScopeType type,
      Block symbols,
      String name,
      String qualname,
      int firstLineno,
      Optional<String> className) {
    this.type = type;
    this.symbols = symbols;
    this.name = name;
    this.qualname = qualname;
    this.firstLineno = firstLineno;
    this.className = className;
    varnames.addAll(symbols.parameters());
    cellvars.addAll(symbols.cellNames());
    if (symbols.needsClassClosure()) {
      cellvars.number(CLASS_CELL);
    }
    freevars = new Table<>(cellvars.size());
    freevars.addAll(symbols.freeNames());
  }

  boolean isFunction() {
    return symbols.type() == BlockType.FUNCTION;
  }

  void setArgumentCounts(int positional, int keywordOnly) {
    argcount = positional;
    kwonlyargcount = keywordOnly;
  }

  /** The line of what is being compiled, for the next instruction that begins one. */
  void enterLine(Position at) {
    lineno = at.lineno();
    column = at.column();
    linenoSet = false;
  }

  /** Goes on to an expression, which begins a line only if it stands further down. */
  void enterExpression(Position at) {
    if (at.lineno() > lineno) {
      lineno = at.lineno();
      linenoSet = false;
    }
    column = at.column();
  }

  /** The line of a module whose first statement is about to come. */
  void setFirstLine(int line) {
    if (lineno == 0) {
      lineno = line;
    }
  }

  int lineno() {
    return lineno;
  }

  int column() {
    return column;
  }

  void add(Opcode opcode, int argument) {
    place(current.add(opcode, argument));
  }

  void jump(Opcode opcode, BasicBlock target) {
    place(current.add(opcode, target));
  }

  private void place(Instruction instruction) {
    if (!linenoSet) {
      linenoSet = true;
      instruction.setLineno(lineno);
    }
  }

  /** Goes on in a block that follows the current one. */
  void use(BasicBlock block) {
    current.setNext(block);
    current = block;
  }

  void push(FrameBlockType blockType, BasicBlock block) {
    if (frameBlocks.size() >= MAX_BLOCKS) {
      throw PySyntaxError.of(ErrorKind.SYNTAX_ERROR, "too many statically nested blocks");
    }
    frameBlocks.push(new FrameBlock(blockType, block));
  }

  void pop() {
    frameBlocks.pop();
  }

  /**
   * Ends the code with a return, if it does not end with one, and assembles it.
   *
   * @param returnsNone whether what is returned at the end is None, not what is on the stack
   */
  Code assemble(String filename, int futureFlags, boolean returnsNone) {
    if (!current.returns()) {
      use(new BasicBlock());
      if (returnsNone) {
        add(Opcode.LOAD_CONST, consts.number(Constant.none()));
      }
      add(Opcode.RETURN_VALUE, 0);
    }
    return Assembler.assemble(
        new Draft(
            name,
            argcount,
            kwonlyargcount,
            flags(futureFlags),
            consts.inOrder(),
            names.inOrder(),
            varnames.inOrder(),
            freevars.inOrder(),
            cellvars.inOrder(),
            filename,
            firstLineno,
            entry));
  }

  private int flags(int futureFlags) {
    int flags = futureFlags;
    if (isFunction()) {
      flags |= CodeFlags.NEWLOCALS | CodeFlags.OPTIMIZED | kind();
      flags |= symbols.isNested() ? CodeFlags.NESTED : 0;
      flags |= symbols.hasVarargs() ? CodeFlags.VARARGS : 0;
      flags |= symbols.hasVarkeywords() ? CodeFlags.VARKEYWORDS : 0;
    }
    return freevars.size() + cellvars.size() == 0 ? flags | CodeFlags.NOFREE : flags;
  }

  private int kind() {
    if (symbols.isGenerator()) {
      return symbols.isCoroutine() ? CodeFlags.ASYNC_GENERATOR : CodeFlags.GENERATOR;
    }
    return symbols.isCoroutine() ? CodeFlags.COROUTINE : 0;
  }
}
