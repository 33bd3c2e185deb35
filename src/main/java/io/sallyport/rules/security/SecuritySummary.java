package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The findings of gate 2 as the decision table {@code gate-2-findings} asks for them (S10): the
 * rules say what is wrong, the table says what follows from it.
 *
 * @param scannerFailed the scan job did not finish its work
 * @param artifactDiffers the artifact is not the one that was trained
 * @param unsafeSerialization something in the artifact was not understood
 * @param signatureInvalid an image is missing, not pinned, or not signed as it must be
 * @param scanMissing an image has no scan report that counts
 * @param outsideWeights the submission names weights from outside
 * @param originUnknown the builder or the base of an image is unknown
 * @param criticalFindings critical vulnerabilities in all images together
 * @param highFindings high vulnerabilities in all images together
 * @param unratedFindings vulnerabilities that the scanner could not rate
 * @param otherFindings findings that no column above stands for: they never pass
 */
public record SecuritySummary(
    boolean scannerFailed,
    boolean artifactDiffers,
    boolean unsafeSerialization,
    boolean signatureInvalid,
    boolean scanMissing,
    boolean outsideWeights,
    boolean originUnknown,
    int criticalFindings,
    int highFindings,
    int unratedFindings,
    int otherFindings) {

  /** The summary of what the book found in these facts. */
  public static SecuritySummary of(Collection<Finding> findings, SecurityFacts facts) {
    Told told = new Told(findings);
    Severities severities =
        facts.images().stream()
            .map(image -> image.scan().severities())
            .reduce(Severities.NONE, Severities::plus);
    return new SecuritySummary(
        facts.artifact().findings().stream()
            .anyMatch(found -> found.rule().equals(ArtifactScan.SCANNER_FAILED)),
        told.any(new TheArtifactIsTheOneThatWasTrained()),
        told.any(new TheArtifactIsUnderstoodToTheLastByte()),
        told.any(
            new EveryRoleHasItsImage(),
            new ImagesArePinnedByDigest(),
            new ImagesAreSignedByATrustedProfile()),
        told.any(new ImagesWereScanned()),
        told.any(new NoOutsideWeights()),
        told.any(new TheImageBuilderIsKnown(), new TheBaseImageIsDocumented()),
        severities.critical(),
        severities.high(),
        severities.unrated(),
        told.notInTheBook());
  }

  /** The variables that the decision table reads, by the names of its inputs. */
  public Map<String, Object> variables() {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("scannerFailed", scannerFailed);
    variables.put("artifactDiffers", artifactDiffers);
    variables.put("unsafeSerialization", unsafeSerialization);
    variables.put("signatureInvalid", signatureInvalid);
    variables.put("scanMissing", scanMissing);
    variables.put("outsideWeights", outsideWeights);
    variables.put("originUnknown", originUnknown);
    variables.put("criticalFindings", criticalFindings);
    variables.put("highFindings", highFindings);
    variables.put("unratedFindings", unratedFindings);
    variables.put("otherFindings", otherFindings);
    return variables;
  }

  private record Told(Collection<Finding> findings) {

    @SafeVarargs
    final boolean any(Rule<SecurityFacts>... rules) {
      List<String> ids = Stream.of(rules).map(Rule::id).toList();
      return findings.stream().anyMatch(finding -> ids.contains(finding.rule()));
    }

    int notInTheBook() {
      Set<String> known = Set.copyOf(SecurityRules.BOOK.rules().stream().map(Rule::id).toList());
      return (int) findings.stream().filter(found -> !known.contains(found.rule())).count();
    }
  }
}
