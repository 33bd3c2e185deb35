package io.sallyport.web.operations;

import io.sallyport.authority.Moment;
import io.sallyport.workflow.Retried;
import io.sallyport.workflow.Trouble;
import java.time.Instant;
import java.util.List;

/**
 * A retry that a person asked for: done only when the case went through the step (W1).
 *
 * @param incident where it is looked into
 * @param state how it is coloured; empty while it is being tried
 */
record Tried(String incident, String what, String who, String reason, String state, String result) {

  /**
   * A retry and its checked result.
   *
   * @param stuck the steps that need a person now
   */
  static Tried of(Retried retried, List<Trouble> stuck, Instant now) {
    boolean failed =
        retried.repeated() || stuck.stream().anyMatch(one -> one.id().equals(retried.job()));
    String state = retried.passed() ? "ok" : failed ? "stop" : "";
    String result =
        retried.passed() ? "Step finished" : failed ? "Failed again" : "Being tried now";
    return new Tried(
        retried.job(),
        version(retried.modelVersion()) + ": " + retried.activity().replace('-', ' '),
        retried.name() + ", " + Moment.of(retried.askedAt(), now).day(),
        retried.reason(),
        state,
        result);
  }

  static String version(String modelVersion) {
    int dash = modelVersion.lastIndexOf('-');
    return dash < 0
        ? modelVersion
        : modelVersion.substring(0, dash) + " version " + modelVersion.substring(dash + 1);
  }

  static String link(String modelVersion) {
    int dash = modelVersion.lastIndexOf('-');
    return dash < 0
        ? "/models"
        : "/models/" + modelVersion.substring(0, dash) + "/" + modelVersion.substring(dash + 1);
  }
}
