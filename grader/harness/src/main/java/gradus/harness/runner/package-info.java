/** Runs a hidden suite check by check, and turns what happens into outcomes and points. */
package gradus.harness.runner;
