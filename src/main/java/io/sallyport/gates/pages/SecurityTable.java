package io.sallyport.gates.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.models.Findings;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.security.SecurityRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Gate 2 checked: each rule of the book, with its findings.
 *
 * @param scanSha256 the scan's report
 * @param factsSha256 everything that was judged, images included
 */
public record SecurityTable(
    List<Check> checks, int findings, String scanSha256, String factsSha256) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * A rule, or one of its findings.
   *
   * @param found what is so; empty for a rule that holds
   */
  public record Check(String words, String about, String found, String limit, boolean passed) {}

  /** From the payload of the fact that the check recorded. */
  public static SecurityTable of(Map<?, ?> content) {
    JsonNode json = MAPPER.valueToTree(content);
    List<Finding> findings = Findings.read(json.path("findings"));
    List<Check> checks = new ArrayList<>();
    for (Finding finding : findings) {
      checks.add(
          new Check(
              words(finding.rule()), finding.subject(), finding.value(), finding.limit(), false));
    }
    for (Rule<?> rule : SecurityRules.BOOK.rules()) {
      if (findings.stream().noneMatch(finding -> finding.rule().equals(rule.id()))) {
        checks.add(new Check(words(rule.id()), "", "", "", true));
      }
    }
    return new SecurityTable(
        checks,
        findings.size(),
        json.path("scanSha256").asText(),
        json.path("factsSha256").asText());
  }

  /** {@code gate-2/images-were-scanned} as a sentence. */
  static String words(String rule) {
    String sentence = rule.substring(rule.indexOf('/') + 1).replace('-', ' ');
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
