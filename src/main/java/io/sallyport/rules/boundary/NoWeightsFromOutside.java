package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * S03: nothing is loaded that the import process did not let in, and there is none yet: no
 * hyperparameter names weights, a hub, or an address to load from.
 */
public final class NoWeightsFromOutside implements Rule<SubmissionFacts> {

  private static final Pattern WEIGHTS =
      Pattern.compile(
          "(?i)pretrained|checkpoint|weights?[_-]?(uri|url|path|file|from)|^weights$|model[_-]?(uri|url|id|hub|name[_-]or)"
              + "|hub[_-]|warm[_-]?start|init[_-]?from|sagemaker_submit_directory");

  /** Any scheme with an authority, a data address, a path on the machine, or a hub's short name. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)[a-z][a-z0-9+.-]*://|^(data|file|hf|git|arn):|^//|^\\\\|huggingface|torchhub");

  @Override
  public String id() {
    return "boundary/no-weights-from-outside";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    List<Finding> findings = new ArrayList<>();
    new TreeMap<>(facts.submission().training().hyperparameters())
        .forEach(
            (name, value) -> {
              if (WEIGHTS.matcher(name).find() || ADDRESS.matcher(value).find()) {
                findings.add(
                    finding(
                        "/training/hyperparameters/" + Pointer.escaped(name),
                        Shown.of(value),
                        "nothing from outside: no import authorization covers it"));
              }
            });
    return findings;
  }
}
