package io.sallyport.jobs.train;

import java.util.List;
import java.util.Map;

/**
 * How a model came to be: {@code manifest.json} beside it.
 *
 * @param version 1
 * @param hyperparameters in force, defaults included
 * @param dataSha256 the training part as read
 * @param classes of a classification, in the order of an answer's scores
 * @param versions of Tribuo and Java
 * @param predictionsSha256 of the answers to the first thousand training rows, one a line; files of
 *     equal trainings differ by a time stamp, this digest does not
 */
record Manifest(
    int version,
    String trainer,
    String task,
    String label,
    Map<String, String> hyperparameters,
    long seed,
    String dataSha256,
    long rows,
    int features,
    List<String> classes,
    Map<String, String> versions,
    String modelSha256,
    String schemaSha256,
    String predictionsSha256) {

  static final int VERSION = 1;
}
