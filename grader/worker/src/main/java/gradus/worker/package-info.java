/** The worker: a JVM that holds a student's classes and answers the grader's calls. */
package gradus.worker;
