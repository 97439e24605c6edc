/** Contracts. */
package gradus.kit;
