/** The {@code gradus} command: what a person or a CI job types, and what it prints. */
package gradus.cli;
