package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** S09, F08: a class with fewer held-out rows than the tier's floor is not assessable. */
public final class EachClassIsLargeEnough implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/each-class-is-large-enough";

  private static final int CLASSES_MIN = 2;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    if (!facts.plan().classifies()) return List.of();
    Map<String, Long> classes = facts.evaluation().classes();
    long floor = facts.floors().minimumRowsPerClass();
    List<Finding> findings = new ArrayList<>();
    if (classes.size() < CLASSES_MIN) {
      String limit = "at least " + CLASSES_MIN + " classes";
      findings.add(finding("the label", classes.size() + " classes: not assessable", limit));
    }
    classes.forEach(
        (name, rows) -> {
          if (rows < floor) findings.add(tooSmall(name, rows, floor));
        });
    return findings;
  }

  private Finding tooSmall(String name, long rows, long floor) {
    String value = rows + " held-out rows: not assessable";
    return finding("class " + name, value, "at least " + floor + " rows of each class");
  }
}
