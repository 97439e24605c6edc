/** Placeholder. */
package gradus.suites;
