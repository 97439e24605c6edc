package gradus.engine.lib;

import gradus.engine.compiler.code.Opcode;
import gradus.engine.compiler.code.StackEffect;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** The module {@code _opcode}: what the compiler knows of instructions. */
final class OpcodeModule {

  private final Space py;

  OpcodeModule(Python python) {
    py = python.py;
  }

  void fill(Modules modules, long module) {
    modules.function(module, "stack_effect", 1, 2, this::stackEffect);
    modules.function(module, "numbers", 0, 0, (self, args, count, names) -> numbers());
  }

  /** A dict from an instruction's name to its number. */
  private long numbers() {
    long dict = py.dicts.create();
    for (Opcode opcode : Opcode.values()) {
      long number = py.ints.of(opcode.number());
      py.dicts.setName(dict, opcode.name(), number);
      py.decref(number);
    }
    return dict;
  }

  private long stackEffect(long self, long args, int count, long names) {
    long number = py.numbers.longArgument(py.arguments.get(args, 0));
    long argument = count > 1 ? py.arguments.get(args, 1) : py.none;
    boolean takesOne = number >= Opcode.HAVE_ARGUMENT;
    if (takesOne && argument == py.none) {
      throw Raise.valueError("stack_effect: opcode requires oparg but oparg was not specified");
    }
    if (!takesOne && argument != py.none) {
      throw Raise.valueError("stack_effect: opcode does not permit oparg but oparg was specified");
    }
    int value = argument == py.none ? 0 : (int) py.numbers.longArgument(argument);
    if (!Opcode.exists(number)) {
      throw Raise.valueError("invalid opcode or oparg");
    }
    return py.ints.of(StackEffect.of(Opcode.of((int) number), value));
  }
}
