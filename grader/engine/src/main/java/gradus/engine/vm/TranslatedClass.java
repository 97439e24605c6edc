package gradus.engine.vm;

import gradus.engine.translate.Source;
import gradus.engine.translate.Translation;
import gradus.engine.translate.Translator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A class made of bytecode, shared by all code objects that have the same, also those of other
 * engines: HotSpot compiles it once.
 */
final class TranslatedClass {

  private static final int MOST = 1_000;
  private static final Map<Source, Optional<TranslatedClass>> RECENT = new Recent();

  private final Translation translation;
  private final MethodHandle constructor;

  private TranslatedClass(Translation translation) {
    this.translation = translation;
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.lookup().defineHiddenClass(translation.classFile(), true);
      constructor =
          lookup
              .findConstructor(lookup.lookupClass(), MethodType.methodType(void.class))
              .asType(MethodType.methodType(TranslatedCode.class));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a translated class cannot be made", impossible);
    }
  }

  /** The class for some bytecode; empty if it cannot be translated. */
  static Optional<TranslatedClass> of(Source source) {
    synchronized (RECENT) {
      return RECENT.computeIfAbsent(
          source, key -> Translator.translate(key).map(TranslatedClass::new));
    }
  }

  /** The code of one code object. */
  TranslatedCode instance(long[] constants, long[] names) {
    try {
      TranslatedCode code = (TranslatedCode) constructor.invokeExact();
      code.complete(translation.depths(), constants, names, translation.sites());
      return code;
    } catch (Throwable impossible) {
      throw new IllegalStateException("a translated class cannot be used", impossible);
    }
  }

  /** The classes used last; others can be unloaded. */
  private static final class Recent extends LinkedHashMap<Source, Optional<TranslatedClass>> {
    private static final long serialVersionUID = 1;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Source, Optional<TranslatedClass>> eldest) {
      return size() > MOST;
    }
  }
}
