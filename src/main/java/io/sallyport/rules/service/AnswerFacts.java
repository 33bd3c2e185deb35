package io.sallyport.rules.service;

import java.util.List;

/**
 * Answers of the deployed endpoint beside those of the evaluation, a JSON line for each row.
 *
 * @param tolerance how far a score or value may lie from the evaluated one, relative
 */
public record AnswerFacts(List<String> evaluated, List<String> answered, double tolerance) {

  public AnswerFacts {
    evaluated = List.copyOf(evaluated);
    answered = List.copyOf(answered);
  }
}
