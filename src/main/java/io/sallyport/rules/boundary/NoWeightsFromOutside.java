package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.Map;
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
    return named(facts.submission()).entrySet().stream()
        .map(
            weights ->
                finding(
                    "/training/hyperparameters/" + Pointer.escaped(weights.getKey()),
                    Shown.of(weights.getValue()),
                    "nothing from outside: no import authorization covers it"))
        .toList();
  }

  /** What the submission says of weights from outside, a line each: Gate 2 judges it again. */
  public static List<String> namedBy(Submission submission) {
    return named(submission).entrySet().stream()
        .map(weights -> weights.getKey() + ": " + Shown.of(weights.getValue()))
        .toList();
  }

  private static Map<String, String> named(Submission submission) {
    Map<String, String> named = new TreeMap<>(submission.training().hyperparameters());
    named
        .entrySet()
        .removeIf(
            one ->
                !WEIGHTS.matcher(one.getKey()).find() && !ADDRESS.matcher(one.getValue()).find());
    return named;
  }
}
