package io.sallyport.local.aws.protocol;

import java.util.Map;

/**
 * An answer that is not success, with AWS's own code; each protocol renders it in its own form, so
 * that the SDK turns it into its typed exception.
 */
public final class AwsError extends RuntimeException {

  private final String code;
  private final int status;
  private final transient Map<String, Object> members;

  public AwsError(String code, int status, String message) {
    this(code, status, message, Map.of());
  }

  /**
   * With further members of the error shape, for example {@code OriginalStatusCode}; where errors
   * are XML these are headers, for example {@code x-amz-bucket-region}.
   */
  public AwsError(String code, int status, String message, Map<String, Object> members) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
    this.members = Map.copyOf(members);
  }

  /** The commonest refusal: 400 with the service's code. */
  public static AwsError bad(String code, String message) {
    return new AwsError(code, 400, message);
  }

  /** What is asked for is not understood; the message names it. */
  public static AwsError validation(String message) {
    return bad("ValidationException", message);
  }

  public static AwsError unknownOperation(String operation) {
    return bad("UnknownOperationException", "The operation " + operation + " is not known here");
  }

  public static AwsError unknownMember(String member, String owner) {
    return validation("Unknown member " + member + " in " + owner);
  }

  public String code() {
    return code;
  }

  public int status() {
    return status;
  }

  public Map<String, Object> members() {
    return members;
  }
}
