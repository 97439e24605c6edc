package gradus.kit.dynamicarrays;

/**
 * What a workload cost under one rule. After every operation the free slots are looked at: the
 * capacity less the items.
 *
 * @param copies items copied from an old block into a new one
 * @param reallocs new blocks asked for
 * @param peakSpare the most free slots there ever were
 * @param idle the free slots after each operation, added up
 */
public record Report(long copies, long reallocs, long peakSpare, long idle) {}
