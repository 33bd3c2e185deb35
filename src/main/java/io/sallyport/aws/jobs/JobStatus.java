package io.sallyport.aws.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What AWS says about a job now.
 *
 * @param failureReason empty unless it failed
 * @param outputs S3 addresses by name: a processing job's outputs, {@code model} of a training job
 *     (once completed), {@code predictions} (the prefix) of a transform
 * @param progress share done, 0 to 1, where the job tells
 * @param lastLogLine where the job tells
 * @param endedAt when it ended, if it has
 */
public record JobStatus(
    String name,
    String arn,
    JobState state,
    Optional<String> failureReason,
    Map<String, String> outputs,
    OptionalDouble progress,
    Optional<String> lastLogLine,
    Optional<Instant> endedAt) {

  public JobStatus {
    outputs = Map.copyOf(outputs);
  }

  /** The output's address; asking for one that the job does not have is our mistake. */
  public String outputUri(String output) {
    String uri = outputs.get(output);
    if (uri == null) throw new IllegalStateException(name + " has no output " + output);
    return uri;
  }
}
