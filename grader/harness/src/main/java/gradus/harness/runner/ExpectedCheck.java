package gradus.harness.runner;

import java.lang.reflect.Method;

/**
 * A check the suite must run, known before anything runs.
 *
 * @param task the task's identifier
 * @param name the property in words
 * @param points what it is worth
 * @param method the method that checks it
 */
public record ExpectedCheck(String task, String name, int points, Method method) {}
