package io.sallyport.rules;

/**
 * What a rule has to say about one thing: which rule, about what, the value found and the limit it
 * breaks. Its text has one form everywhere: {@code <rule>: <subject> is <value>; the limit is
 * <limit>}.
 */
public record Finding(String rule, String subject, String value, String limit) {

  @Override
  public String toString() {
    return rule + ": " + subject + " is " + value + "; the limit is " + limit;
  }
}
