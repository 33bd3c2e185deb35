package io.sallyport.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheAnswersAreTheEvaluatedOnesTest {

  private static final String EVALUATED = "{'label':'soil','scores':{'soil':0.75,'crop':0.25}}";

  private final TheAnswersAreTheEvaluatedOnes rule = new TheAnswersAreTheEvaluatedOnes();

  @ParameterizedTest
  @ValueSource(
      strings = {
        EVALUATED,
        "{'scores':{'crop':0.25,'soil':0.75},'label':'soil'}",
        "{'label':'soil','scores':{'soil':0.7500005,'crop':0.25}}"
      })
  void S13_the_same_label_with_scores_within_the_tolerance_holds(String answer) {
    assertThat(compared(List.of(EVALUATED), List.of(answer))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'label':'crop','scores':{'soil':0.75,'crop':0.25}}",
        "{'label':'soil','scores':{'soil':0.750001,'crop':0.25}}",
        "{'label':'soil','scores':{'soil':0.75,'crop':0.25,'sand':0}}",
        "{'label':'soil','scores':{'soil':0.75,'sand':0.25}}",
        "{'label':'soil'}",
        "{'label':'soil','scores':{'soil':'0.75','crop':0.25}}",
        "nothing that is JSON",
        ""
      })
  void S13_another_label_score_class_or_form_is_named(String answer) {
    assertThat(compared(List.of(EVALUATED), List.of(answer)))
        .hasToString(
            "[service/the-answers-are-the-evaluated-ones: answer 1 is another one; the limit is the"
                + " evaluated one]");
  }

  @Test
  void S13_each_line_that_differs_is_named() {
    assertThat(compared(List.of("1.0", "2.0", "3.0"), List.of("1.1", "2.0", "0")))
        .extracting(Finding::subject)
        .containsExactly("answer 1", "answer 3");
  }

  @Test
  void S13_silence_missing_lines_and_two_unreadable_lines_do_not_pass() {
    assertThat(compared(List.of(), List.of())).hasSize(1);
    assertThat(compared(List.of("1", "2"), List.of("1"))).hasSize(1);
    assertThat(compared(List.of("?"), List.of("?"))).hasSize(1);
  }

  private List<Finding> compared(List<String> evaluated, List<String> answered) {
    return rule.check(new AnswerFacts(quoted(evaluated), quoted(answered), 1e-6));
  }

  private static List<String> quoted(List<String> lines) {
    return lines.stream().map(line -> line.replace('\'', '"')).toList();
  }
}
