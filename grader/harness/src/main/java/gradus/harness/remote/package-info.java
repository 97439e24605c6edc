/**
 * The trusted end of the wire: objects that look like a student's, and what can go wrong with them.
 */
package gradus.harness.remote;
