package io.sallyport.rules;

import java.util.List;

/**
 * One requirement as a pure function: facts in, findings out, all of them at once. The gate runs
 * it, the deployment step runs it again over the recorded facts, and an auditor's verifier runs the
 * same class offline.
 *
 * @param <T> the record that the rule judges; if deciding needs a database or AWS, it is not a rule
 */
public interface Rule<T> {

  /** The book and the rule as a sentence: {@code gate-1/metrics-reach-their-minimum}. */
  String id();

  /** Every breach of this rule in {@code facts}; empty means that the rule holds. */
  List<Finding> check(T facts);

  /** A finding of this rule. */
  default Finding finding(Object subject, Object value, Object limit) {
    return new Finding(id(), String.valueOf(subject), String.valueOf(value), String.valueOf(limit));
  }
}
