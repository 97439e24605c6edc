/** Placeholder. */
package gradus.engine;
