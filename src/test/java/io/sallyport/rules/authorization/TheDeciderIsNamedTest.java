package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TheDeciderIsNamedTest {

  private final TheDeciderIsNamed rule = new TheDeciderIsNamed();

  @Test
  void S11_the_named_authority_may_decide() {
    assertThat(rule.check(DecisionExample.byAlice())).isEmpty();
  }

  @Test
  void R10_a_stranger_is_refused() {
    assertThat(rule.check(DecisionExample.by("emil", Set.of())))
        .hasToString(
            "[authorization/the-decider-is-named: emil is not asked; the limit is those named,"
                + " while they hold the role]");
  }

  @Test
  void R11_a_named_authority_who_lost_the_role_is_refused() {
    assertThat(rule.check(DecisionExample.by("alice", Set.of()))).hasSize(1);
  }

  @Test
  void S11_a_member_of_a_group_decides_a_task_for_the_group() {
    assertThat(rule.check(DecisionExample.forGroup("rita", Set.of(DecisionExample.GROUP))))
        .isEmpty();
    assertThat(rule.check(DecisionExample.forGroup("emil", Set.of()))).hasSize(1);
  }
}
