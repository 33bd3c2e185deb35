package io.sallyport.local.aws;

import io.sallyport.local.aws.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What goes wrong on purpose, and how often each operation was called. Services and operations are
 * named as IAM names them: {@code s3}, {@code PutObject}; {@code *} is any.
 */
public final class Faults {

  /** What happens to a call. */
  public enum Kind {
    /** The handler does not run; the error is the answer. */
    FAIL,
    /** The handler runs; the answer is the error all the same. */
    FAIL_AFTER_SUCCESS,
    /** The handler runs; the connection ends without an answer. */
    TIME_OUT_AFTER_SUCCESS,
    /** The handler does not run; the connection ends without an answer. */
    LOST
  }

  /** The event queue is polled by the clock, so no number of a call would mean the same twice. */
  private static final String POLLED = "sqs";

  /** One fault for one call; {@code then} runs when the call has taken effect. */
  record Fault(Kind kind, Optional<AwsError> error, Runnable then) {

    private Fault(Kind kind, Optional<AwsError> error) {
      this(kind, error, () -> {});
    }
  }

  private static final class Planned {
    private final String service;
    private final String operation;
    private final Fault fault;
    private int before;
    private int left;

    private Planned(String service, String operation, Fault fault, int times) {
      this.service = service;
      this.operation = operation;
      this.fault = fault;
      this.left = times;
    }

    private boolean isFor(String service, String operation) {
      return left > 0
          && (this.service.equals("*") ? !service.equals(POLLED) : this.service.equals(service))
          && (this.operation.equals("*") || this.operation.equals(operation))
          && before-- <= 0;
    }
  }

  private final List<Planned> planned = new ArrayList<>();
  private final Map<String, Integer> calls = new TreeMap<>();
  private final List<String> order = new ArrayList<>();

  /** The next calls fail with any code and status. */
  public void fail(String service, String operation, int times, AwsError error) {
    plan(service, operation, times, new Fault(Kind.FAIL, Optional.of(error)));
  }

  /** The next calls are throttled, in the words that the SDK retries on. */
  public void throttle(String service, String operation, int times) {
    boolean s3 = service.equals("s3");
    fail(
        service,
        operation,
        times,
        new AwsError(s3 ? "SlowDown" : "ThrottlingException", s3 ? 503 : 400, "Rate exceeded"));
  }

  /** The next calls take effect, and their answers never arrive. */
  public void timeOutAfterSuccess(String service, String operation, int times) {
    plan(service, operation, times, new Fault(Kind.TIME_OUT_AFTER_SUCCESS, Optional.empty()));
  }

  /** The next call takes effect; then this runs, and the answer never arrives. */
  public void afterSuccess(String service, String operation, Runnable then) {
    plan(service, operation, 1, new Fault(Kind.TIME_OUT_AFTER_SUCCESS, Optional.empty(), then));
  }

  /** The next calls never arrive. */
  public void lose(String service, String operation, int times) {
    plan(service, operation, times, new Fault(Kind.LOST, Optional.empty()));
  }

  /**
   * The call with this number, from 1, and those after it meet the fault, {@code times} in all,
   * whatever they ask for; the event queue is left in peace.
   */
  public void strike(Kind kind, int call, int times) {
    boolean answered = kind == Kind.FAIL || kind == Kind.FAIL_AFTER_SUCCESS;
    plan("*", "*", times, new Fault(kind, answered ? Optional.of(outage()) : Optional.empty()))
            .before =
        call - 1;
  }

  /** What AWS says when it is at fault itself; the SDK tries again on it. */
  private static AwsError outage() {
    return new AwsError("ServiceUnavailable", 503, "AWS is at fault: on purpose");
  }

  private synchronized Planned plan(String service, String operation, int times, Fault fault) {
    Planned plan = new Planned(service, operation, fault, times);
    planned.add(plan);
    return plan;
  }

  /** How often an operation was asked for, faults and refusals included. */
  public synchronized int calls(String service, String operation) {
    return calls.getOrDefault(service + ":" + operation, 0);
  }

  /** All counts, by {@code service:Operation}. */
  public synchronized Map<String, Integer> calls() {
    return Map.copyOf(calls);
  }

  /** The calls in their order, as {@code service:Operation}, without those of the event queue. */
  public synchronized List<String> order() {
    return List.copyOf(order);
  }

  /** Forgets faults and counts. */
  public synchronized void clear() {
    planned.clear();
    calls.clear();
    order.clear();
  }

  synchronized Optional<Fault> next(String service, String operation) {
    calls.merge(service + ":" + operation, 1, Integer::sum);
    if (!service.equals(POLLED)) order.add(service + ":" + operation);
    for (Planned each : planned) {
      if (each.isFor(service, operation)) {
        each.left--;
        return Optional.of(each.fault);
      }
    }
    return Optional.empty();
  }
}
