/** The model solution of the lesson on dynamic arrays. */
package lessons.dynamicarrays;
