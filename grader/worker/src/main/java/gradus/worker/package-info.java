/** Placeholder. */
package gradus.worker;
