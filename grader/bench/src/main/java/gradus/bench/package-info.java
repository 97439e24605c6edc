/** Placeholder. */
package gradus.bench;
