package io.sallyport.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.custody.DatabaseClock;
import io.sallyport.local.postgres.LocalPostgres;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** R27, design trust 10: a machine that is off is told about. */
class ClockHealthTest {

  @Test
  void R27_health_is_down_while_the_machine_is_off_and_says_by_how_much() {
    Health health = health(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(60)));

    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getDetails().get("difference")).asString().startsWith("PT-");
  }

  @Test
  void R27_health_is_up_when_it_is_not() {
    assertThat(health(Clock.systemUTC()).getStatus()).isEqualTo(Status.UP);
  }

  private static Health health(Clock machine) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("clock", new DatabaseClock(JdbcClient.create(source()), machine));
    return new ClockHealth(beans.getBeanProvider(DatabaseClock.class)).health();
  }

  private static DriverManagerDataSource source() {
    var database = LocalPostgres.shared().migratedDatabase();
    var settings = database.settings();
    return new DriverManagerDataSource(
        database.url(),
        (String) settings.get("spring.datasource.username"),
        (String) settings.get("spring.datasource.password"));
  }
}
