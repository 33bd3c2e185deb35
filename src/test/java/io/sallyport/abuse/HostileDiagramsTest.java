package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.abuse.Payload.Without;
import io.sallyport.local.LocalBoundary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows 1 to 5 of the abuse suite: hostile diagrams, deployed straight into the running engine, past
 * every screen. Each is refused by a rule with a name, and nothing of it stays or runs. That they
 * would run is shown by {@link PayloadsAreAliveTest}.
 */
@Tag("boundary")
class HostileDiagramsTest {

  private final ProcessEngine engine = LocalBoundary.shared().bean(ProcessEngine.class);
  private final RepositoryService repository = engine.getRepositoryService();

  @BeforeEach
  @AfterEach
  void forget() {
    Witness.forget();
  }

  static Stream<Payload> payloads() {
    return Stream.concat(Payloads.unsafeXml().stream(), Payloads.all().stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("payloads")
  void A5_R01_R02_R03_R04_R05_a_hostile_diagram_is_refused_by_name(Payload payload) {
    long before = repository.createDeploymentQuery().count();

    assertThat(new Attack(engine).by(payload)).contains(payload.rule());

    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("hostile").count())
        .isZero();
    assertThat(Witness.wasTouched()).isFalse();
  }

  @Test
  void A5_R02_R05_a_file_that_is_no_diagram_is_refused_beside_a_good_one() {
    Payload harmless = Payloads.harmless().get(0);
    Payload script =
        new Payload(
            "a script beside", "hostile.groovy", "1", "", Without.NOTHING, harmless.asleep());

    assertThat(new Attack(engine).by(script))
        .contains("diagrams/only-diagrams-are-deployed: hostile.groovy is another file");
  }

  static List<Payload> stoppedTwice() {
    return Payloads.all().stream()
        .filter(
            payload ->
                payload.without() == Without.EXPRESSIONS || payload.without() == Without.SCRIPTS)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stoppedTwice")
  void A5_R02_R03_without_the_allow_list_the_engine_still_executes_nothing(Payload payload) {
    String answers = withoutAllowList(() -> new Attack(engine).by(payload));

    assertThat(Witness.wasTouched()).as(answers).isFalse();
    assertThat(answers).doesNotContain("diagrams/").containsPattern(refusal(payload));
  }

  private static String refusal(Payload payload) {
    return switch (payload.without()) {
      case EXPRESSIONS -> "engine/expressions-are-names-or-comparisons|expressions are not allowed";
      case SCRIPTS -> "(?i)scripting engine";
      default -> "nothing else is stopped twice";
    };
  }

  /** The running engine, with its first defence taken away for as long as {@code attack} lasts. */
  private String withoutAllowList(Supplier<String> attack) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    DeploymentCache cache = configuration.getDeploymentCache();
    List<Deployer> all = List.copyOf(configuration.getDeployers());
    List<Deployer> second = new ArrayList<>(all);
    assertThat(second.removeIf(each -> each.getClass().getSimpleName().equals("AllowListDeployer")))
        .isTrue();
    cache.setDeployers(second);
    try {
      return attack.get();
    } finally {
      cache.setDeployers(all);
    }
  }
}
