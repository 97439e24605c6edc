/**
 * The reference engine from outside: run Python, hold its objects, look at their bytes, hear what
 * happens, step and go back.
 *
 * <ul>
 *   <li>{@link gradus.engine.PythonProcess} is the way in: a process that is kept alive, whose
 *       functions are called, whose objects are held, and that tells its subscribers of every
 *       {@link gradus.engine.Event};
 *   <li>{@link gradus.engine.Stepper} runs a program bit by bit, forward and back;
 *   <li>{@link gradus.engine.PythonProgram} runs a whole program as {@code python3.6 FILE} does;
 *   <li>{@link gradus.engine.Engine} operates on objects without any Python code.
 * </ul>
 *
 * <p>What a program used too much of is told by a {@link gradus.engine.LimitReached} of its kind,
 * what it did not catch by a {@link gradus.engine.PythonException}, MemoryError among them.
 */
@NullMarked
package gradus.engine;

import org.jspecify.annotations.NullMarked;
