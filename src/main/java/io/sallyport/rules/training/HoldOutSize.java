package io.sallyport.rules.training;

/**
 * How large a held-out set is that the processing job wrote.
 *
 * @param rows that the report counts
 * @param featuresBytes of the file of features
 */
public record HoldOutSize(long rows, long featuresBytes) {}
