package io.sallyport.authority;

import java.util.Map;

/**
 * What a person decides.
 *
 * @param outcome one of the task's choices
 * @param grounds why, in the person's words
 * @param limits conditions that the person sets: {@code expires}, {@code consumers}
 */
public record Decision(String outcome, String grounds, Map<String, String> limits) {

  public Decision {
    limits = Map.copyOf(limits);
  }
}
