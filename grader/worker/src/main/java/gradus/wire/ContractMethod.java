package gradus.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A method that may be called over the wire.
 *
 * @param number its place among all methods of the table
 */
record ContractMethod(int number, Method method, List<ValueType> parameters, ValueType answer) {
  static ContractMethod of(
      int number, Method method, Types types, Map<TypeVariable<?>, ValueType> bindings) {
    String where = method.getDeclaringClass().getName() + "." + method.getName();
    List<ValueType> parameters = new ArrayList<>();
    for (Type declared : method.getGenericParameterTypes()) {
      parameters.add(types.of(declared, bindings, where));
    }
    ValueType answer = types.of(method.getGenericReturnType(), bindings, where);
    return new ContractMethod(number, method, parameters, answer);
  }

  void writeArguments(Output out, Object[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      parameters.get(i).write(out, arguments[i]);
    }
  }

  Object[] readArguments(Input in) {
    Object[] arguments = new Object[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = parameters.get(i).read(in);
    }
    return arguments;
  }

  /** Calls the method here, and throws what it throws. */
  @Nullable
  Object invoke(Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
