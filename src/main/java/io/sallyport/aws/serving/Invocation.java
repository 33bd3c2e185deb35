package io.sallyport.aws.serving;

import io.sallyport.rules.Refused;

/**
 * One call of a model.
 *
 * @param body rows as CSV, at most 6 MiB
 * @param inferenceId by which data capture and our own records are joined; 1 to 64 characters
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the model, never compared
public record Invocation(String endpoint, byte[] body, String inferenceId) {

  static final int BODY_BYTES_MAX = 6_291_456;

  public Invocation {
    if (body.length > BODY_BYTES_MAX) {
      String limit = "at most " + BODY_BYTES_MAX + " bytes";
      throw new Refused("service/request-is-small-enough", endpoint, body.length + " bytes", limit);
    }
  }
}
