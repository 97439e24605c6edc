package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Constant;
import java.util.List;

/**
 * What is known of a code object before its blocks are assembled.
 *
 * @param firstlineno 0 if it is the first instruction's line
 */
public record Draft(
    String name,
    int argcount,
    int kwonlyargcount,
    int flags,
    List<Constant> consts,
    List<String> names,
    List<String> varnames,
    List<String> freevars,
    List<String> cellvars,
    String filename,
    int firstlineno,
    BasicBlock entry) {}
