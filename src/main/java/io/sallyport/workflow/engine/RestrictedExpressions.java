package io.sallyport.workflow.engine;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.springframework.context.ApplicationContext;

/**
 * Expressions are data, not code (R03): text without an expression, {@code ${name}}, and
 * comparisons of names with names or literals joined by {@code &&} and {@code ||}. Everything else
 * is refused wherever the engine would evaluate it: names, assignees, dates, keys, listeners,
 * messages.
 */
class RestrictedExpressions extends SpringExpressionManager {

  private static final String NAME = "[A-Za-z][A-Za-z0-9]*";
  private static final String OPERAND = "(?:" + NAME + "|-?[0-9]+|true|false|'[A-Za-z0-9 _-]*')";
  private static final String COMPARISON = OPERAND + "\\s*(?:==|!=|>=|<=|>|<)\\s*" + OPERAND;
  private static final Pattern ALLOWED =
      Pattern.compile(
          "[$#]\\{\\s*(?:"
              + NAME
              + "|execution\\.processBusinessKey|"
              + COMPARISON
              + "(?:\\s*(?:&&|\\|\\|)\\s*"
              + COMPARISON
              + ")*)\\s*\\}");

  RestrictedExpressions(ApplicationContext beans, Map<Object, Object> engineBeans) {
    super(beans, engineBeans);
  }

  @Override
  public Expression createExpression(String expression) {
    requireAllowed(expression);
    return super.createExpression(expression);
  }

  @Override
  public ValueExpression createValueExpression(String expression) {
    requireAllowed(expression);
    return super.createValueExpression(expression);
  }

  private static void requireAllowed(String expression) {
    boolean isText = !expression.contains("${") && !expression.contains("#{");
    if (!isText && !ALLOWED.matcher(expression.strip()).matches()) {
      throw new IllegalArgumentException(
          "engine/expressions-are-names-or-comparisons: the expression is "
              + expression
              + "; the limit is ${name} or comparisons joined by && and ||");
    }
  }
}
