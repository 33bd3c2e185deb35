package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sallyport.custody.Ledger;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.models.ending.Withdrawals;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Row 24 of the abuse suite: no connection to the database is left. Requests get a fast 503, and
 * when connections are back, requests and steps go on by themselves.
 */
@Tag("boundary")
class ExhaustedPoolTest {

  private static final int REQUESTS = 10;

  /**
   * Two seconds for a connection, once for the request and once for its error page; and a margin.
   */
  private static final Duration FAST = Duration.ofSeconds(8);

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final List<Connection> taken = new ArrayList<>();

  @AfterEach
  void giveBack() throws SQLException {
    for (Connection connection : taken) {
      connection.close();
    }
    taken.clear();
  }

  @Test
  void R24_an_exhausted_pool_answers_503_fast_and_then_as_before() throws Exception {
    Visitor emil = Visitor.loggedIn(boundary.address(), "emil");
    assertThat(emil.get("/inbox").status()).isEqualTo(200);
    takeAll();

    long start = System.nanoTime();
    List<Integer> answers = atOnce(() -> again(emil).get("/inbox").status());
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(answers).containsOnly(503).hasSize(REQUESTS);
    assertThat(took).isLessThan(FAST);
    giveBack();
    assertThat(emil.get("/inbox").status()).isEqualTo(200);
  }

  @Test
  void R24_steps_that_were_due_are_carried_out_by_themselves() throws Exception {
    JobExecutor executor = boundary.bean(JobExecutor.class);
    executor.shutdown();
    String version =
        boundary
            .sample("harbor")
            .submit("no-connections", Path.of("samples/satellite.csv"), "land_cover", "0.85")
            .id();
    Visitor emil = Visitor.loggedIn(boundary.address(), "emil");
    takeAll();

    executor.start();
    assertThat(emil.get("/inbox").status()).isEqualTo(503);
    giveBack();

    Await.found("the first step of " + version, Duration.ofMinutes(2), () -> checked(version));
    boundary.bean(Withdrawals.class).withdraw(version, Signer.person(boundary, "emil"));
  }

  /** The same session in another window. */
  private Visitor again(Visitor person) {
    Visitor window = new Visitor(boundary.address());
    window.setCookie("sallyport", person.cookie("sallyport"));
    return window;
  }

  private Optional<Boolean> checked(String version) {
    return boundary.bean(Ledger.class).facts(version).stream()
        .map(fact -> fact.kind().equals("boundary-checked"))
        .filter(is -> is)
        .findFirst();
  }

  /** Takes every connection, also those that others give back meanwhile. */
  private void takeAll() throws SQLException {
    HikariDataSource pool = (HikariDataSource) boundary.bean(DataSource.class);
    for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
      taken.add(pool.getConnection());
    }
  }

  private static List<Integer> atOnce(Callable<Integer> request) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(REQUESTS);
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : people.invokeAll(Collections.nCopies(REQUESTS, request))) {
      answers.add(answer.get());
    }
    people.shutdown();
    return answers;
  }
}
