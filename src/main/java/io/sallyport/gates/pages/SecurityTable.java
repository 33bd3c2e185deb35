package io.sallyport.gates.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.models.Findings;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.security.SecurityRules;
import java.util.List;
import java.util.Map;

/**
 * What Gate 2 checked: its findings, and the rules that hold.
 *
 * @param open the findings: what a reviewer looks at
 * @param passed the rules without a finding, as sentences
 * @param scanSha256 the scan's report
 * @param factsSha256 everything that was judged, images included
 */
public record SecurityTable(
    List<Check> open, List<String> passed, String scanSha256, String factsSha256) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A finding: what is so, and what the rule allows. */
  public record Check(String words, String about, String found, String limit) {}

  /** From the payload of the fact that the check recorded. */
  public static SecurityTable of(Map<?, ?> content) {
    JsonNode json = MAPPER.valueToTree(content);
    List<Finding> findings = Findings.read(json.path("findings"));
    return new SecurityTable(
        findings.stream()
            .map(one -> new Check(words(one.rule()), one.subject(), one.value(), one.limit()))
            .toList(),
        SecurityRules.BOOK.rules().stream()
            .map(Rule::id)
            .filter(rule -> findings.stream().noneMatch(one -> one.rule().equals(rule)))
            .map(SecurityTable::words)
            .toList(),
        json.path("scanSha256").asText(),
        json.path("factsSha256").asText());
  }

  /** How many findings there are. */
  public int findings() {
    return open.size();
  }

  /** {@code gate-2/images-were-scanned} as a sentence. */
  static String words(String rule) {
    String sentence = rule.substring(rule.indexOf('/') + 1).replace('-', ' ');
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
