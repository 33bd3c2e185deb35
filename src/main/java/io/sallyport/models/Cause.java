package io.sallyport.models;

import io.sallyport.authority.Person;
import io.sallyport.workflow.Trouble;

/**
 * Why a step failed, as a person may read it. What goes wrong while Gate 1 is passed may say what
 * was measured there: a submitter who could read it would learn more than one bit (design, trust
 * 3). Why a scan broke may say how the scanner can be broken.
 */
public final class Cause {

  private static final String GATE_1 = "gate-1-technical-validation";
  private static final String SCAN = "start-scan-job";

  private Cause() {}

  /** On pages that the whole program reads. */
  public static String forEverybody(Trouble trouble) {
    return isKept(trouble) ? "the operator sees the cause." : trouble.cause();
  }

  /** For one who looks into the incidents of the program, to mend them. */
  public static String forOperations(Trouble trouble, ModelVersion version, Person reader) {
    return isKept(trouble) && version.isSubmittedBy(reader)
        ? "You submitted this version: an operator who did not sees the cause."
        : trouble.cause();
  }

  private static boolean isKept(Trouble trouble) {
    return trouble.process().equals(GATE_1) || trouble.activity().equals(SCAN);
  }
}
