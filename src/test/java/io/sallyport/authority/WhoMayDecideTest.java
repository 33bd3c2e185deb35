package io.sallyport.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.custody.RecordedFact;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.local.keycloak.DemoPeople.DemoPerson;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.local.keycloak.Visitor.Page;
import io.sallyport.rules.Refused;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is asked at Gate 3, and who may not answer: the submitter became a technical authority of the
 * same program before the gate, through a second group (S11, F06, F35).
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayDecideTest {

  private static final Decision AUTHORIZE =
      new Decision("authorize", "Well above the limit, nothing open.", Map.of());

  private static final String AUTHORITIES = "/programs/sentinel/technical-authority";

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Decisions decisions = boundary.bean(Decisions.class);
  private final Asked asked = boundary.bean(Asked.class);
  private final RealmPeople people = new RealmPeople(boundary.keycloak());
  private final AtGateThree version;

  WhoMayDecideTest() {
    people.join("emil", AUTHORITIES);
    version = new AtGateThree("named-cover");
  }

  @AfterAll
  void leave() {
    people.leave("emil", AUTHORITIES);
  }

  @Test
  void C03_S11_each_authority_of_the_program_has_a_task_of_his_own() {
    List<HumanTask> tasks = version.tasks();

    assertThat(tasks)
        .extracting(task -> task.assignee().orElse(""))
        .containsExactlyInAnyOrder(subject("alice"), subject("bob"), subject("nora"));
    assertThat(tasks)
        .allSatisfy(
            task ->
                assertThat(
                        boundary
                            .bean(TaskService.class)
                            .createTaskQuery()
                            .taskId(task.id())
                            .singleResult()
                            .getAssignee())
                    .isEqualTo(task.assignee().orElse("")));
  }

  @Test
  void F06_who_submitted_is_not_named_though_a_second_group_makes_him_an_authority() {
    String task = version.taskOf("alice").id();

    assertThat(version.person("emil").is(Role.TECHNICAL_AUTHORITY, "sentinel")).isTrue();
    assertThatThrownBy(() -> decisions.state(task, version.person("emil"), AUTHORIZE, ""))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("authorization/the-decider-had-no-part")
        .hasMessageContaining("submitted it");
  }

  @Test
  void F06_another_account_name_does_not_help_since_people_are_known_by_subject() {
    String task = version.taskOf("alice").id();
    people.rename("emil", "emil.the.second", "Emilia");
    try {
      Person renamed = version.person("emil");
      assertThat(renamed.username() + renamed.name()).contains("second").contains("Emilia");
      assertThatThrownBy(() -> decisions.state(task, renamed, AUTHORIZE, ""))
          .isInstanceOf(Forbidden.class)
          .hasMessageContaining("authorization/the-decider-had-no-part");
    } finally {
      people.rename("emil", "emil", "Emil");
    }
  }

  @Test
  void F06_C03_an_authority_of_another_name_does_not_answer_in_his_place() {
    String task = version.taskOf("alice").id();

    assertThatThrownBy(() -> decisions.state(task, version.person("bob"), AUTHORIZE, ""))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("authorization/the-decider-is-named");
    assertThatThrownBy(() -> decisions.state(task, version.person("olga"), AUTHORIZE, ""))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("authorization/the-decider-is-named");
  }

  @Test
  void F03_what_happens_between_the_page_and_the_door_is_refused_inside_it() {
    String task = version.taskOf("alice").id();
    Person alice = version.person("alice");
    String seen = decisions.open(task, alice).packetSha256();
    RecordedFact added = version.somethingHappens("note-added");

    assertThatThrownBy(() -> decisions.state(task, alice, AUTHORIZE, seen))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("decision/what-was-seen-is-what-is-signed: " + added.ordinal());
    assertThatThrownBy(() -> decisions.pending(task, alice))
        .hasMessageContaining("decision/it-was-stated");
  }

  /** The law is the oracle: whom no rule bars has the task in the inbox, and nobody else. */
  @Test
  void F35_the_inbox_shows_exactly_what_a_person_may_do() {
    version.tasks();
    List<String> open =
        boundary
            .bean(JdbcClient.class)
            .sql("select task_id from authority.inbox where ended_at is null order by task_id")
            .query(String.class)
            .list();

    for (DemoPerson one : DemoPeople.all()) {
      Person person = version.person(one.username());
      List<String> may = open.stream().filter(task -> mayDecide(task, person)).toList();
      assertThat(asked.of(person).stream().map(HumanTask::id).sorted().toList())
          .as(one.name())
          .isEqualTo(may);
    }
  }

  @Test
  void F35_C04_the_page_of_each_person_shows_the_task_to_whom_it_is_put_before() {
    String question = "Put named-cover version 1 into production?";
    version.tasks();

    assertThat(inboxPage("alice")).contains(question).contains(version.taskOf("alice").id());
    assertThat(inboxPage("rita")).doesNotContain(question);
    assertThat(inboxPage("audrey")).contains("Nothing needs you");
  }

  @Test
  void R15_words_of_others_are_text_on_every_page() {
    String task = version.taskOf("alice").id();
    Visitor alice = Visitor.loggedIn(boundary.address(), "alice");
    List<Page> pages =
        List.of(
            alice.get("/tasks/" + task),
            alice.get("/inbox"),
            alice.get("/models"),
            alice.get("/models/named-cover"),
            alice.get(version.page()));

    assertThat(pages)
        .allSatisfy(page -> assertThat(page.status()).isEqualTo(200))
        .allSatisfy(page -> assertThat(page.text()).doesNotContain("<script", "<img src=x"));
    assertThat(pages.get(0).text())
        .contains("&lt;script&gt;alert(&#39;reason&#39;)&lt;/script&gt;")
        .contains("&lt;img src=x onerror=alert(1)&gt;");
  }

  private String inboxPage(String name) {
    return Visitor.loggedIn(boundary.address(), name).get("/inbox").text();
  }

  private boolean mayDecide(String task, Person person) {
    try {
      return decisions.open(task, person).bars().isEmpty();
    } catch (Forbidden anotherProgram) {
      return false;
    }
  }

  private static String subject(String name) {
    return DemoPeople.named(name).subject();
  }
}
