package io.sallyport.authority.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sallyport.authority.Decision;
import io.sallyport.authority.TaskPage.Choice;
import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class FormPageTest {

  private final FormFile form = FormFile.of("decide-on-promotion");
  private final FormPage.Offers offers =
      new FormPage.Offers(
          List.of(new Choice("authorize", "Approve", "I authorize it.", "as asked")),
          Map.of(
              "principals",
              List.of(
                  new FormPage.Offer("machine:broker", "broker (machine)"),
                  new FormPage.Offer("person:1", "Erin Engel"))));

  @Test
  void W1_all_errors_are_told_at_once_beside_their_fields() {
    Map<String, String> answers = Map.of("grounds", "ok", "ends", "soon");
    FormPage page =
        FormPage.of(form, offers, answers)
            .checked(
                form,
                List.of(
                    new Finding("rule", "grounds", "2 characters", "10 to 2000 characters"),
                    new Finding("rule", "the task", "taken", "open")));
    assertThat(page.problems()).isEqualTo(4);
    assertThat(page.general()).containsExactly("the task is taken; the limit is open.");
    assertThat(page.fields())
        .extracting(FormPage.Field::error)
        .containsExactly(
            "Choose one.",
            "It is 2 characters; the limit is 10 to 2000 characters.",
            "soon is no day; write it as 2027-03-31.",
            "");
  }

  @Test
  void W1_a_filled_form_is_a_decision_with_limits() {
    Map<String, String> answers =
        Map.of("outcome", "authorize", "grounds", "Well above the limit.", "ends", "2027-03-31");
    FormPage page = FormPage.of(form, offers, answers).checked(form, List.of());
    assertThat(page.isWrong()).isFalse();
    assertThat(page.decision())
        .isEqualTo(
            new Decision("authorize", "Well above the limit.", Map.of("ends", "2027-03-31")));
  }

  @Test
  void W1_a_choice_is_called_as_the_form_calls_it() {
    FormPage.Offers called =
        new FormPage.Offers(
            List.of(new Choice("deny", "Something else", "I deny it.", "archived")), Map.of());

    assertThat(FormPage.of(form, called, Map.of()).fields().get(0).options())
        .extracting(FormPage.Option::label)
        .containsExactly("Reject");
  }

  @Test
  void W1_a_group_is_folded_until_something_in_it_is_filled_or_wrong() {
    assertThat(FormPage.of(form, offers, Map.of()).groups())
        .extracting(FormPage.Group::heading, FormPage.Group::isOpen)
        .containsExactly(tuple("", false), tuple("Limits, if you approve with limits", false));
    assertThat(FormPage.of(form, offers, Map.of("ends", "2027-03-31")).groups())
        .last()
        .matches(FormPage.Group::isOpen);
  }

  @Test
  void S12_of_the_principals_that_were_asked_for_some_are_chosen_by_name() {
    Map<String, String> answers =
        Map.of("outcome", "authorize", "grounds", "Well above.", "principals", "person:1");
    FormPage page = FormPage.of(form, offers, answers);

    assertThat(page.fields())
        .last()
        .extracting(FormPage.Field::options)
        .asInstanceOf(InstanceOfAssertFactories.list(FormPage.Option.class))
        .containsExactly(
            new FormPage.Option("machine:broker", "broker (machine)", "machine:broker", false),
            new FormPage.Option("person:1", "Erin Engel", "person:1", true));
    assertThat(page.decision().limits()).isEqualTo(Map.of("principals", "person:1"));
  }
}
