/** Writers that turn one {@code GradingResult} into what people and programs read. */
package gradus.cli.report;
