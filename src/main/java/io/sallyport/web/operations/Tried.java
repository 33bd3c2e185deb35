package io.sallyport.web.operations;

import io.sallyport.authority.Moment;
import io.sallyport.authority.VersionLink;
import io.sallyport.workflow.Retried;
import io.sallyport.workflow.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
   * @param open the steps that have not passed: of a retry that is not among them, and did not
   *     help, the case went another way
   */
  static Tried of(Retried retried, List<Trouble> open, Instant now) {
    Optional<Trouble> still =
        open.stream().filter(one -> one.id().equals(retried.job())).findFirst();
    boolean failed = retried.repeated() || still.filter(Trouble::needsAPerson).isPresent();
    String state = retried.passed() ? "ok" : failed ? "stop" : "";
    String result =
        retried.passed()
            ? "Step finished"
            : failed ? "Failed again" : still.isPresent() ? "Being tried now" : ANOTHER_WAY;
    return new Tried(
        retried.job(),
        version(retried.modelVersion()) + ": " + retried.activity().replace('-', ' '),
        retried.name() + ", " + Moment.of(retried.askedAt(), now).day(),
        retried.reason(),
        state,
        result);
  }

  /** What became of a step that was neither passed nor is tried any more. */
  static final String ANOTHER_WAY = "Its case went another way";

  /** In words; a step may be of no version. */
  static String version(String modelVersion) {
    return isVersion(modelVersion) ? VersionLink.words(modelVersion) : modelVersion;
  }

  static String link(String modelVersion) {
    return isVersion(modelVersion) ? VersionLink.of(modelVersion) : "/models";
  }

  private static boolean isVersion(String modelVersion) {
    return modelVersion.indexOf('-') > 0;
  }
}
