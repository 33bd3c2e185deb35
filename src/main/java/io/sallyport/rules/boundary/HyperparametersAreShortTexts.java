package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * S07: hyperparameters are as SageMaker takes them: 100 texts at most, of which the product adds
 * three. The label, the task and the categorical columns are said once, elsewhere.
 */
public final class HyperparametersAreShortTexts implements Rule<SubmissionFacts> {

  private static final String POINTER = "/training/hyperparameters";
  private static final Set<String> SAID_ELSEWHERE =
      Set.of("label", "task", CategoricalColumns.HYPERPARAMETER);

  /** SageMaker takes 100; what is said elsewhere is added. */
  static final int COUNT_MAX = 100 - SAID_ELSEWHERE.size();

  /** SageMaker's own limit. */
  static final int LENGTH_MAX = 2500;

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  @Override
  public String id() {
    return "boundary/hyperparameters-are-short-texts";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Map<String, String> given = new TreeMap<>(facts.submission().training().hyperparameters());
    List<Finding> findings = new ArrayList<>();
    if (given.size() > COUNT_MAX) {
      findings.add(finding(POINTER, given.size() + " of them", "at most " + COUNT_MAX));
    }
    given.forEach(
        (name, value) -> {
          String pointer = POINTER + "/" + Pointer.escaped(name);
          if (!NAME.matcher(name).matches()) {
            findings.add(finding(pointer, Shown.of(name), "a name of letters, digits, - and _"));
          } else if (SAID_ELSEWHERE.contains(name)) {
            findings.add(finding(pointer, Shown.of(value), "said once, by /task and /data"));
          } else if (value.length() > LENGTH_MAX
              || value.codePoints().anyMatch(Character::isISOControl)) {
            String limit = "at most " + LENGTH_MAX + " printable characters";
            findings.add(finding(pointer, value.length() + " characters", limit));
          }
        });
    return findings;
  }
}
