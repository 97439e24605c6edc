/** The compiler's process: sources in over one pipe, classes and diagnostics out over another. */
package gradus.worker.compile;
