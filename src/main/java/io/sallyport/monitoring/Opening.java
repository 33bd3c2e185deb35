package io.sallyport.monitoring;

import io.sallyport.custody.Fact;
import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A reason to ask about a version in service again.
 *
 * @param level how far it has drifted, where that is the reason
 * @param because the reason in words
 * @param findings what the law found; none where a person has a reason
 * @param by who found it
 */
public record Opening(
    String modelVersion,
    Reason reason,
    Optional<Level> level,
    String because,
    List<Finding> findings,
    By by) {

  /**
   * Who found a reason.
   *
   * @param actor subject id of the person, or {@link Fact#SALLYPORT}
   */
  public record By(String actor, String name) {

    /** The product itself. */
    public static final By SALLYPORT = new By(Fact.SALLYPORT, "Sallyport");
  }

  public Opening {
    findings = List.copyOf(findings);
  }
}
