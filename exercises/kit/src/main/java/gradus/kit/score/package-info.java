/** What visible tests are written with, and how the local build keeps score. */
package gradus.kit.score;
