/** What a grading found, as immutable values; every report is written from these. */
package gradus.harness.result;
