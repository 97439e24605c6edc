/** Placeholder. */
package gradus.wire;
