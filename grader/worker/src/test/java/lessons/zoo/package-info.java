/** A contract with every type the wire knows, and student classes for it, honest and hostile. */
package lessons.zoo;
