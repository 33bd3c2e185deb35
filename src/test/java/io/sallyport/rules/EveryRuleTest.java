package io.sallyport.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.sallyport.diagrams.rules.DiagramRules;
import io.sallyport.house.Arrows;
import io.sallyport.rules.authorization.AuthorizationRules;
import io.sallyport.rules.authorization.DecisionRules;
import io.sallyport.rules.boundary.BoundaryRules;
import io.sallyport.rules.drift.DriftRules;
import io.sallyport.rules.security.SecurityRules;
import io.sallyport.rules.service.ServiceRules;
import io.sallyport.rules.technical.TechnicalRules;
import io.sallyport.rules.training.TrainingRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** C01: a rule is a class, a test, a line in its book and an entry on the book's page. */
class EveryRuleTest {

  private static final List<RuleBook<?>> BOOKS =
      List.of(
          BoundaryRules.BOOK,
          TechnicalRules.BOOK,
          SecurityRules.BOOK,
          AuthorizationRules.BOOK,
          DecisionRules.BOOK,
          DecisionRules.ABOUT_LIMITS,
          DecisionRules.ABOUT_TERMS,
          ServiceRules.ABOUT_THE_ARTIFACT,
          ServiceRules.ABOUT_THE_ENDPOINT,
          ServiceRules.ABOUT_ANSWERS,
          ServiceRules.ABOUT_AN_OPENING,
          ServiceRules.ABOUT_AN_INVOCATION,
          TrainingRules.ABOUT_THE_JOB,
          TrainingRules.ABOUT_THE_HOLD_OUT,
          TrainingRules.ABOUT_THE_FILES,
          DriftRules.BOOK,
          DiagramRules.BOOK);

  static Stream<JavaClass> rules() {
    return Arrows.product().stream()
        .filter(type -> type.isAssignableTo(Rule.class))
        .filter(type -> !type.isInterface())
        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void is_in_a_book_has_a_test_and_an_entry(JavaClass rule) {
    assertThat(BOOKS).flatExtracting(RuleBook::rules).hasAtLeastOneElementOfType(rule.reflect());
    assertThat(Path.of("src/test/java", rule.getName().replace('.', '/') + "Test.java")).exists();
    assertThat(Path.of("docs/rules", book(rule) + ".md"))
        .content()
        .containsOnlyOnce("## " + rule.getSimpleName() + "\n");
  }

  /** Where its law is told: the book of its package, or the part of the product that it rules. */
  private static String book(JavaClass rule) {
    Path path = Path.of(rule.getPackageName().replace('.', '/'));
    return path.getName(path.getName(2).endsWith("rules") ? 3 : 2).toString();
  }

  @Test
  void each_id_is_its_book_and_its_sentence_and_stands_for_one_rule() {
    Set<String> ids = new TreeSet<>();
    for (RuleBook<?> book : BOOKS) {
      for (Rule<?> rule : book.rules()) {
        assertThat(rule.id()).endsWith("/" + sentence(rule.getClass().getSimpleName()));
        assertThat(ids.add(rule.id())).as(rule.id()).isTrue();
      }
    }
    assertThat(ids).hasSizeGreaterThan(40);
  }

  private static String sentence(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
