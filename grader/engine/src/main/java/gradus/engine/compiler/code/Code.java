package gradus.engine.compiler.code;

import java.util.List;
import java.util.Objects;

/**
 * A code object: the fields of CPython's {@code PyCodeObject} a compilation fixes.
 *
 * <p>Two codes are equal when CPython's {@code code_richcompare} says so, which leaves out file
 * name, stack size and line table: the compiler keeps one constant for two equal lambdas on a line.
 *
 * @param code the wordcode: an opcode byte and an argument byte an instruction
 * @param lnotab pairs of an unsigned offset delta and a signed line delta
 */
public record Code(
    String name,
    int argcount,
    int kwonlyargcount,
    int nlocals,
    int stacksize,
    int flags,
    Bytes code,
    List<Constant> consts,
    List<String> names,
    List<String> varnames,
    List<String> freevars,
    List<String> cellvars,
    String filename,
    int firstlineno,
    Bytes lnotab)
    implements Constant {

  public Code {
    consts = List.copyOf(consts);
    names = List.copyOf(names);
    varnames = List.copyOf(varnames);
    freevars = List.copyOf(freevars);
    cellvars = List.copyOf(cellvars);
  }

  @Override
  public String typeName() {
    return "code";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Code that
        && name.equals(that.name)
        && argcount == that.argcount
        && kwonlyargcount == that.kwonlyargcount
        && nlocals == that.nlocals
        && flags == that.flags
        && firstlineno == that.firstlineno
        && code.equals(that.code)
        && consts.equals(that.consts)
        && names.equals(that.names)
        && varnames.equals(that.varnames)
        && freevars.equals(that.freevars)
        && cellvars.equals(that.cellvars);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, argcount, firstlineno, code, consts, names);
  }
}
