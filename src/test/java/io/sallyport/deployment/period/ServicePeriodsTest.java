package io.sallyport.deployment.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.deployment.ServicePeriod;
import io.sallyport.local.postgres.LocalPostgres;
import io.sallyport.rules.authorization.Terms;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * S13, S19: at most one period is open under a name, and a change finds exactly the one it means.
 */
class ServicePeriodsTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final ServicePeriods periods;

  ServicePeriodsTest() throws SQLException {
    var database = LocalPostgres.shared().migratedDatabase();
    var jdbc = JdbcClient.create(new SingleConnectionDataSource(database.asApplication(), true));
    periods = new ServicePeriods(jdbc, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @BeforeEach
  void open() {
    periods.open(period("cover-1"));
  }

  @Test
  void S13_the_period_names_the_endpoint_that_answers_for_the_service() {
    assertThat(periods.at("cover")).contains(period("cover-1"));
    assertThat(periods.at("cover-1-endpoint")).isEmpty();
  }

  @Test
  void S13_a_second_period_is_never_open_beside_the_first() {
    assertThatThrownBy(() -> periods.open(period("cover-2")))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void F37_what_is_suspended_is_open_and_does_not_answer_until_it_is_resumed() {
    periods.suspend("cover-1");
    assertThat(periods.of("cover-1")).isPresent();
    assertThat(periods.answering("cover-1")).isEmpty();

    periods.resume("cover-1");
    assertThat(periods.answering("cover-1")).isPresent();
  }

  @Test
  void F37_a_change_that_finds_no_period_says_so() {
    periods.close("cover-1");

    says(() -> periods.suspend("cover-1"), "suspended");
    says(() -> periods.resume("cover-1"), "resumed");
    says(() -> periods.close("cover-1"), "closed");
  }

  @Test
  void F37_nothing_is_suspended_twice_nor_resumed_while_it_answers() {
    says(() -> periods.resume("cover-1"), "resumed");
    periods.suspend("cover-1");
    says(() -> periods.suspend("cover-1"), "suspended");
  }

  @Test
  void F37_S20_a_hold_and_a_stop_do_not_end_each_other() {
    periods.suspend("cover-1");
    periods.hold("cover-1");

    periods.resume("cover-1");
    assertThat(periods.of("cover-1")).hasValueSatisfying(open -> assertThat(open.held()).isTrue());
    assertThat(periods.answering("cover-1")).isEmpty();

    periods.suspend("cover-1");
    periods.release("cover-1");
    assertThat(periods.answering("cover-1")).isEmpty();
    periods.resume("cover-1");
    assertThat(periods.answering("cover-1")).isPresent();
    says(() -> periods.release("cover-1"), "released");
  }

  @Test
  void S20_F32_the_terms_of_an_open_period_change_and_nothing_else_of_it() {
    Terms terms = new Terms(NOON.plusSeconds(60), List.of("person:1"), 1, 2);

    periods.change("cover-1", terms);

    assertThat(periods.of("cover-1"))
        .hasValueSatisfying(
            open -> {
              assertThat(open.consumers()).containsExactly("person:1");
              assertThat(open.expires()).isEqualTo(NOON.plusSeconds(60));
              assertThat(open.openedAt()).isEqualTo(NOON);
            });
    periods.close("cover-1");
    says(() -> periods.change("cover-1", terms), "changed");
    says(() -> periods.hold("cover-1"), "held");
  }

  private static void says(Runnable change, String word) {
    assertThatThrownBy(change::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("0 service periods of cover-1 would be " + word + ", not one");
  }

  private static ServicePeriod period(String version) {
    return new ServicePeriod(
        "cover",
        version + "-endpoint",
        version,
        "a".repeat(64),
        "configuration-of-" + version,
        List.of("machine:sentinel-pipeline"),
        NOON,
        NOON.plusSeconds(3_600),
        false,
        false);
  }
}
