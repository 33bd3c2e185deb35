package io.sallyport.authority.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.authority.Membership;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComingTest {

  @ParameterizedTest
  @EnumSource(Role.class)
  void F35_each_role_is_told_what_comes_and_where_the_next_thing_is_done(Role role) {
    assertThat(Coming.to(somebody(new Membership("sentinel", role))))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.role()).isEqualTo(role.words());
              assertThat(one.words()).hasSizeGreaterThan(40).endsWith(".");
              assertThat(one.href()).isIn("/models", "/operations");
            });
  }

  @Test
  void F35_a_role_in_two_programs_is_told_once_and_nobody_is_sent_to_an_administrator() {
    assertThat(
            Coming.to(
                somebody(
                    new Membership("sentinel", Role.ML_ENGINEER),
                    new Membership("harbor", Role.ML_ENGINEER),
                    new Membership("harbor", Role.OPERATOR))))
        .extracting(Coming::role)
        .containsExactly("ML engineer", "operator");
    assertThat(Coming.to(somebody()))
        .singleElement()
        .satisfies(one -> assertThat(one.words()).contains("administrator"));
  }

  private static Person somebody(Membership... memberships) {
    return new Person("1", "Erin Engel", "erin", Set.of(memberships), false, "");
  }
}
