package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.boundary.SubmissionReader.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * F10: all that is wrong with a submission, in one answer, by the same code at REST, at the command
 * line and in the process. Where a rule has something to say about a place, the schema is silent.
 */
public final class Lint {

  private Lint() {}

  /**
   * The findings about a document.
   *
   * @param facts looks up the program, and AWS unless offline
   */
  public static List<Finding> check(byte[] text, Function<Submission, SubmissionFacts> facts) {
    Reading reading = SubmissionReader.examine(text);
    if (reading.submission().isEmpty()) return reading.findings();
    List<Finding> findings =
        new ArrayList<>(BoundaryRules.BOOK.check(facts.apply(reading.submission().get())));
    Set<String> told = findings.stream().map(Finding::subject).collect(Collectors.toSet());
    reading.findings().stream()
        .filter(finding -> !told.contains(finding.subject()))
        .forEach(findings::add);
    return List.copyOf(findings);
  }
}
