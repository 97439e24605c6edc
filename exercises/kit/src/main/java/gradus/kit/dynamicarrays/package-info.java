/**
 * What the lesson on dynamic arrays asks for: its contracts, its records, and how an array is
 * drawn.
 */
package gradus.kit.dynamicarrays;
