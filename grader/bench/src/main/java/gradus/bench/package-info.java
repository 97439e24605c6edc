/**
 * Benchmarks that print ratios measured side by side, so that they mean the same on any machine.
 */
package gradus.bench;
