package io.sallyport.jobs;

import io.sallyport.rules.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as they are met; of one rule the first twenty, then how many more there are. */
public final class Findings {

  private static final int PER_RULE_MAX = 20;

  private final Map<String, List<Finding>> byRule = new LinkedHashMap<>();
  private final Map<String, Integer> left = new LinkedHashMap<>();

  public void add(String rule, Object subject, Object value, Object limit) {
    add(new Finding(rule, String.valueOf(subject), String.valueOf(value), String.valueOf(limit)));
  }

  public void add(Finding finding) {
    List<Finding> found = byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>());
    if (found.size() < PER_RULE_MAX) {
      found.add(finding);
    } else {
      left.merge(finding.rule(), 1, Integer::sum);
    }
  }

  public void addAll(List<Finding> findings) {
    findings.forEach(this::add);
  }

  public boolean isEmpty() {
    return byRule.isEmpty();
  }

  public List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    byRule.forEach(
        (rule, found) -> {
          all.addAll(found);
          Integer more = left.get(rule);
          if (more != null) {
            String limit = found.get(found.size() - 1).limit();
            all.add(new Finding(rule, "the same elsewhere", more + " more", limit));
          }
        });
    return all;
  }
}
