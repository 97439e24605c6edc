/** The lesson on dynamic arrays: one class a task, yours to write. */
package lessons.dynamicarrays;
