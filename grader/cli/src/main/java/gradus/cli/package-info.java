/** Placeholder. */
package gradus.cli;
