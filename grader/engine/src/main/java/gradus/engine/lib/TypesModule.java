package gradus.engine.lib;

import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** The module {@code types}: names for types that have none among the builtins. */
final class TypesModule {

  private final Python python;
  private final Space py;

  TypesModule(Python python) {
    this.python = python;
    py = python.py;
  }

  void fill(Modules modules, long module) {
    type(modules, module, "FunctionType", python.machine.functions.type());
    type(modules, module, "LambdaType", python.machine.functions.type());
    type(modules, module, "CodeType", python.machine.codes.type());
    type(modules, module, "GeneratorType", python.machine.generators.type());
    type(modules, module, "CoroutineType", python.machine.generators.coroutines.type());
    type(modules, module, "AsyncGeneratorType", python.machine.generators.asyncs.type());
    type(modules, module, "MethodType", py.types.method);
    type(modules, module, "BuiltinFunctionType", py.types.nativeFunction);
    type(modules, module, "BuiltinMethodType", py.types.nativeFunction);
    type(modules, module, "ModuleType", py.types.module);
    type(modules, module, "TracebackType", python.machine.tracebacks.type());
    type(modules, module, "FrameType", python.machine.frames.type());
    type(modules, module, "GetSetDescriptorType", py.types.getSetDescriptor);
    type(modules, module, "MemberDescriptorType", py.types.memberDescriptor);
    type(modules, module, "SimpleNamespace", python.namespaces.type());
    type(modules, module, "MappingProxyType", py.typeObjects.mappingProxyType());
    new BundledSource(python, "types").fill(modules, module);
  }

  private void type(Modules modules, long module, String name, long type) {
    modules.value(module, name, py.own(type));
  }
}
