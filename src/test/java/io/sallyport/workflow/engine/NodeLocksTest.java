package io.sallyport.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.postgres.LocalPostgres;
import io.sallyport.workflow.Settings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** R22: a node that was killed takes up what it had in hand, and nothing of another node. */
class NodeLocksTest {

  private static final String LOCKED =
      """
      insert into engine.act_ru_job (id_, rev_, type_, retries_, exclusive_, suspension_state_,
                                     priority_, lock_owner_, lock_exp_time_)
      values (:id, 1, 'message', 3, true, 1, 0, :owner, now() + interval '5 minutes')
      """;

  private final JdbcClient jdbc = jdbc();
  private final NodeLocks node = new NodeLocks(named("node-1"), provided(jdbc));

  @Test
  void R22_only_locks_of_this_nodes_earlier_starts_are_released() {
    lock("of-an-earlier-start", "node-1/killed");
    lock("of-this-start", node.owner());
    lock("of-another-node", "node-10/alive");

    node.releaseThoseOfEarlierStarts();

    assertThat(jobs("lock_owner_ is null and lock_exp_time_ is null"))
        .containsExactly("of-an-earlier-start");
    assertThat(jobs("rev_ = 2")).containsExactly("of-an-earlier-start");
  }

  @Test
  void R22_each_start_has_a_mark_of_its_own_and_a_name_that_stays() {
    NodeLocks later = new NodeLocks(named("node-1"), provided(jdbc));

    assertThat(List.of(node.owner(), later.owner()))
        .allMatch(owner -> owner.startsWith("node-1/"))
        .doesNotHaveDuplicates();
  }

  private void lock(String id, String owner) {
    jdbc.sql(LOCKED).param("id", id).param("owner", owner).update();
  }

  private List<String> jobs(String condition) {
    return jdbc.sql("select id_ from engine.act_ru_job where " + condition)
        .query(String.class)
        .list();
  }

  private static Settings named(String node) {
    return new Settings(
        false,
        Duration.ofMinutes(2),
        Duration.ofDays(30),
        node,
        Duration.ofMinutes(5),
        Duration.ofHours(2));
  }

  private static ObjectProvider<JdbcClient> provided(JdbcClient jdbc) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("jdbc", jdbc);
    return beans.getBeanProvider(JdbcClient.class);
  }

  private static JdbcClient jdbc() {
    LocalPostgres.Database database = LocalPostgres.shared().migratedDatabase();
    var settings = database.settings();
    return JdbcClient.create(
        new DriverManagerDataSource(
            database.url(),
            (String) settings.get("spring.datasource.username"),
            (String) settings.get("spring.datasource.password")));
  }
}
