package io.sallyport.processes;

import io.sallyport.authority.Inbox;
import io.sallyport.aws.Events;
import io.sallyport.aws.Settings;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.period.ServicePeriods;
import io.sallyport.local.postgres.LocalPostgres;
import io.sallyport.models.Models;
import io.sallyport.models.RunningJobs;
import io.sallyport.models.StepJobs;
import io.sallyport.workflow.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The engine as the product configures it, once per JVM: package {@code workflow} as it is, the
 * whole release of {@code processes/} deployed by it, a migrated PostgreSQL below. No job runs by
 * itself, and time is what {@link EngineClock} says.
 */
public final class Engine implements AutoCloseable {

  private static final String ROLE = "arn:aws-us-gov:iam::123456789012:role/sallyport";

  private static final String[] SETTINGS = {
    // no stack trace for each trouble that a test asked for; any other fails the test
    "logging.level.org.camunda.bpm.engine.context=off",
    "logging.level.org.camunda.bpm.engine.bpmn.behavior=off",
    "logging.level.io.sallyport.models.StepJobs=off",
    // of AWS nothing but its events comes here
    "sallyport.aws.region=us-gov-west-1",
    "sallyport.aws.account=123456789012",
    "sallyport.aws.endpoint=http://127.0.0.1:9",
    "sallyport.aws.fips=false",
    "sallyport.aws.roles.invoking=" + ROLE,
    "sallyport.aws.roles.checking=" + ROLE,
    "sallyport.aws.roles.jobs=" + ROLE,
    "sallyport.aws.event-queue=" + EventQueue.URL
  };

  private final ConfigurableApplicationContext context;
  private final StandIn.Scripts scripts;
  private final SortedSet<String> delegates = Delegations.delegates();

  private Engine(Map<String, Object> settings, StandIn.Scripts scripts, Class<?>... parts) {
    this.scripts = scripts;
    this.context =
        new SpringApplicationBuilder(parts)
            .web(WebApplicationType.NONE)
            .profiles("local")
            .properties(SETTINGS)
            .initializers(
                starting -> {
                  starting
                      .getEnvironment()
                      .getPropertySources()
                      .addFirst(new MapPropertySource("of this engine", settings));
                  standIn((GenericApplicationContext) starting);
                })
            .run();
  }

  /** Nothing runs by itself. */
  private static Engine byHand() {
    return new Engine(
        settings(
            LocalPostgres.shared().migratedDatabase(),
            Map.of(
                "camunda.bpm.job-execution.enabled",
                false,
                "camunda.bpm.process-engine-name",
                "processes")),
        new StandIn.Scripts(),
        Parts.class);
  }

  /** A node that carries out by itself what is due, as others at its database do. Close it. */
  static Engine node(
      String name, LocalPostgres.Database database, StandIn.Scripts scripts, Duration lockTime) {
    return new Engine(
        settings(
            database,
            Map.of(
                "camunda.bpm.process-engine-name", name,
                "sallyport.workflow.node", name,
                "sallyport.workflow.lock-time", lockTime.toMillis() + "ms")),
        scripts,
        Parts.class,
        ByItself.class);
  }

  private static Map<String, Object> settings(
      LocalPostgres.Database database, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(database.settings());
    settings.putAll(more);
    return settings;
  }

  @Override
  public void close() {
    context.close();
  }

  public static Engine shared() {
    return Shared.ENGINE;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** The names of the delegates in the diagrams. */
  SortedSet<String> delegates() {
    return delegates;
  }

  Script script(String businessKey) {
    return scripts.of(businessKey);
  }

  /** The definitions of the newest release. */
  List<ProcessDefinition> processes() {
    return bean(RepositoryService.class)
        .createProcessDefinitionQuery()
        .latestVersion()
        .orderByProcessDefinitionKey()
        .asc()
        .list();
  }

  /** What a case went through in one diagram, with the parts of it that were cut off. */
  List<String> visits(Case version, String process) {
    return bean(Whereabouts.class).of(version.instance().getId()).stream()
        .filter(visit -> visit.process().equals(process))
        .map(Whereabouts.Visit::activity)
        .toList();
  }

  private void standIn(GenericApplicationContext starting) {
    for (String name : Delegations.all()) {
      starting.registerBean(name, StandIn.class, () -> new StandIn(name, scripts));
    }
  }

  /** Not annotated as a configuration: the application under test must not find it. */
  @ImportAutoConfiguration({
    CamundaBpmAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  @ComponentScan("io.sallyport.workflow")
  @ConfigurationPropertiesScan("io.sallyport.workflow")
  @EnableConfigurationProperties(Settings.class)
  @Import({
    Events.class,
    InService.class,
    Inbox.class,
    Ledger.class,
    Models.class,
    RunningJobs.class,
    ServicePeriods.class,
    StepJobs.class
  })
  static class Parts {

    @Bean
    Clock clock() {
      return new EngineClock();
    }

    @Bean
    Footprints footprints() {
      return new Footprints();
    }

    @Bean
    EventQueue eventQueue() {
      return new EventQueue();
    }
  }

  /** What a node does in the background. */
  @EnableScheduling
  static class ByItself {}

  private static final class Shared {
    static final Engine ENGINE = byHand();
  }
}
