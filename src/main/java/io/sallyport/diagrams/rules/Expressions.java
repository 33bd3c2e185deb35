package io.sallyport.diagrams.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole language that a diagram may speak: {@code ${name}}, and comparisons of a name with a
 * name or a literal, joined by {@code &&} and {@code ||}. No call, no dot, no bracket (R03, R05).
 */
public final class Expressions {

  private static final String NAME = "[A-Za-z][A-Za-z0-9]{0,63}";
  private static final String LITERAL =
      "(?:-?[0-9]{1,12}(?:\\.[0-9]{1,12})?|'[A-Za-z0-9 _.-]{0,80}')";
  private static final String COMPARISON =
      NAME + "(?: ?(?:==|!=|>=|<=|>|<) ?(?:" + NAME + "|" + LITERAL + "))?";

  private static final Pattern ONE_NAME = Pattern.compile("\\$\\{(" + NAME + ")}");
  private static final Pattern CONDITION =
      Pattern.compile("\\$\\{" + COMPARISON + "(?: ?(?:&&|\\|\\|) ?" + COMPARISON + "){0,9}}");

  private Expressions() {}

  /** The name in {@code ${name}}, if the text is just that. */
  public static Optional<String> name(String text) {
    Matcher matcher = ONE_NAME.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  static boolean isCondition(String text) {
    return CONDITION.matcher(text).matches();
  }

  /** Would the engine evaluate something in this text? */
  static boolean evaluates(String text) {
    return text.contains("${") || text.contains("#{");
  }
}
