package io.sallyport.rules.drift;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** A window is counted in the bins of the version's own baseline, column by column (S18). */
final class TheWindowIsOfTheBaseline implements Rule<WindowFacts> {

  @Override
  public String id() {
    return "drift/the-window-is-of-the-baseline";
  }

  @Override
  public List<Finding> check(WindowFacts facts) {
    List<Finding> findings = new ArrayList<>();
    Window window = facts.window();
    if (!window.baselineSha256().equals(facts.baselineSha256())) {
      findings.add(finding("the baseline", window.baselineSha256(), facts.baselineSha256()));
    }
    List<Integer> bins =
        facts.baseline().features().stream().map(each -> each.counts().size()).toList();
    List<Integer> counted = window.features().stream().map(List::size).toList();
    if (!counted.equals(bins)) findings.add(finding("bins of the features", counted, bins));
    int answers = facts.baseline().answers().counts().size();
    if (window.answers().size() != answers) {
      findings.add(finding("bins of the answers", window.answers().size(), answers));
    }
    int confidence = facts.baseline().confidence().map(each -> each.counts().size()).orElse(0);
    if (window.confidence().size() != confidence) {
      findings.add(finding("bins of the confidence", window.confidence().size(), confidence));
    }
    return findings;
  }
}
