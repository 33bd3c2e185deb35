package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.abuse.Payload.Without;
import io.sallyport.local.postgres.LocalPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The payloads are worth something: on the engine as it is shipped, with none of our locks, each of
 * them runs. Otherwise a payload that nothing would run could be 'stopped' by anything.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayloadsAreAliveTest {

  private ProcessEngine engine;

  @BeforeAll
  void start() {
    ProcessEngineConfigurationImpl shipped = new StandaloneProcessEngineConfiguration();
    shipped.setJdbcDriver("org.postgresql.Driver");
    shipped.setJdbcUrl(LocalPostgres.shared().freshDatabase().url());
    shipped.setJdbcUsername("postgres");
    shipped.setJdbcPassword("postgres");
    shipped.setDatabaseSchemaUpdate("create");
    shipped.setJobExecutorActivate(false);
    JavaDelegate quiet = execution -> {};
    Map<Object, Object> beans = new HashMap<>();
    beans.put("quiet", quiet);
    shipped.setBeans(beans);
    engine = shipped.buildProcessEngine();
  }

  @AfterAll
  void stop() {
    engine.close();
  }

  @BeforeEach
  @AfterEach
  void forget() {
    Witness.forget();
  }

  static List<Payload> awake() {
    return Payloads.all().stream()
        .filter(payload -> payload.without() != Without.FLOW)
        .filter(payload -> payload.asleep().isEmpty())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("awake")
  void R02_to_R05_a_payload_runs_on_the_engine_as_it_is_shipped(Payload payload) {
    String answers = new Attack(engine).by(payload);

    assertThat(Witness.wasTouched()).as(answers).isTrue();
  }
}
