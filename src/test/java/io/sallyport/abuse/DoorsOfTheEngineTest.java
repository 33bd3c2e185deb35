package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.Visitor;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 6 and 7 of the abuse suite: questions that would be code, and doors that are not there. */
@Tag("boundary")
class DoorsOfTheEngineTest {

  private static final List<String> NOT_THERE =
      List.of(
          "/app/admin/default/setup/",
          "/app/cockpit/default/",
          "/rest/engine",
          "/engine",
          "/setup",
          "/h2-console",
          "/swagger-ui/index.html");

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final ProcessEngine engine = boundary.bean(ProcessEngine.class);

  @BeforeEach
  @AfterEach
  void forget() {
    Witness.forget();
  }

  /** Every condition of a task query that takes an expression: none is forgotten. */
  static Stream<Method> conditions() {
    return Arrays.stream(TaskQuery.class.getMethods())
        .filter(method -> method.getName().endsWith("Expression"))
        .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void R06_an_expression_in_a_query_is_not_executed(Method condition) throws Exception {
    TaskService tasks = engine.getTaskService();
    TaskQuery plain = (TaskQuery) condition.invoke(tasks.createTaskQuery(), Witness.EXPRESSION);

    assertThatThrownBy(plain::list).isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(plain::count).isInstanceOf(BadUserRequestException.class);
    assertThat(Witness.wasTouched()).isFalse();
  }

  /** The engine's own switch overlooks alternatives: the restricted expressions do not. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void R06_an_expression_among_alternatives_is_not_executed(Method condition) throws Exception {
    TaskQuery or = engine.getTaskService().createTaskQuery().or();
    TaskQuery either = ((TaskQuery) condition.invoke(or, Witness.EXPRESSION)).endOr();

    assertThatThrownBy(either::list)
        .hasMessageContaining("engine/expressions-are-names-or-comparisons");
    assertThat(Witness.wasTouched()).isFalse();
  }

  @Test
  void R06_an_expression_in_a_stored_filter_is_not_executed() {
    FilterService filters = engine.getFilterService();
    TaskQuery query =
        engine.getTaskService().createTaskQuery().taskAssigneeExpression(Witness.EXPRESSION);

    assertThatThrownBy(() -> filters.saveFilter(filters.newTaskFilter("hostile").setQuery(query)))
        .isInstanceOf(BadUserRequestException.class);

    assertThat(filters.createFilterQuery().count()).isZero();
    assertThat(Witness.wasTouched()).isFalse();
  }

  @Test
  void R06_R15_an_expression_that_a_person_sends_is_text() {
    Visitor alice = Visitor.loggedIn(boundary.address(), "alice");
    String template = "__${new io.sallyport.abuse.Witness()}__::.x";

    for (String hostile : new String[] {Witness.EXPRESSION, template, "[[" + template + "]]"}) {
      String sent = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
      assertThat(alice.get("/inbox?view=done&q=" + sent).status()).isEqualTo(200);
      assertThat(alice.get("/inbox?view=" + sent).status()).isEqualTo(200);
      assertThat(alice.get("/models/" + sent.replace("+", "%20")).status()).isBetween(400, 404);
    }

    assertThat(Witness.wasTouched()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest",
        "/engine-rest/engine",
        "/engine-rest/deployment/create",
        "/camunda",
        "/camunda/app/welcome/default/",
        "/camunda/app/admin/default/setup/",
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/engine/engine/default/task",
        "/camunda/lib/requirejs/require.js"
      })
  void R07_the_engine_has_no_door_of_its_own(String path) {
    Visitor stranger = new Visitor(boundary.address());

    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.post(path, Map.of("id", "admin", "password", "x")).status()).isEqualTo(404);
  }

  @Test
  void R07_nor_is_there_one_for_an_administrator_who_is_logged_in() {
    Visitor adam = Visitor.loggedIn(boundary.address(), "adam");

    assertThat(adam.get("/inbox").status()).isEqualTo(200);
    assertThat(NOT_THERE).allSatisfy(path -> assertThat(adam.get(path).status()).isEqualTo(404));
  }
}
