package io.sallyport.abuse;

import io.sallyport.local.aws.Faults;
import io.sallyport.local.aws.Faults.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happens to a call of AWS: before it has had its effect or after, with an error as the answer
 * or none, once (the SDK's next try gets through) or from then on.
 */
record Strike(Kind kind, boolean lasting) {

  /** An outage from this call on: the try fails. */
  static final Strike FIRST = new Strike(Kind.FAIL, true);

  private static final Strike LOST_ONCE = new Strike(Kind.TIME_OUT_AFTER_SUCCESS, false);

  /** What else can happen to {@code call}, as {@code service:Operation}. */
  static List<Strike> othersOn(String call) {
    String operation = call.substring(call.indexOf(':') + 1);
    boolean reads =
        Stream.of("Describe", "Get", "List", "Head", "BatchGet", "Simulate")
            .anyMatch(operation::startsWith);
    // A call that changes nothing has no before and after.
    return reads
        ? List.of(LOST_ONCE)
        : List.of(
            LOST_ONCE,
            new Strike(Kind.TIME_OUT_AFTER_SUCCESS, true),
            new Strike(Kind.FAIL_AFTER_SUCCESS, false));
  }

  void at(int call, Faults faults) {
    faults.clear();
    faults.strike(kind, call, lasting ? Integer.MAX_VALUE : 1);
  }

  @Override
  public String toString() {
    String words =
        switch (kind) {
          case FAIL -> "fails before it had its effect";
          case FAIL_AFTER_SUCCESS -> "fails after it had its effect";
          case TIME_OUT_AFTER_SUCCESS -> "times out after success";
          case LOST -> "is lost";
        };
    return words + (lasting ? ", and so does all that follows" : ", once");
  }
}
