/**
 * What a hidden suite is written with: annotations that give a check its task and points, the
 * student's side, and random runs compared with a reference.
 */
package gradus.harness.suite;
