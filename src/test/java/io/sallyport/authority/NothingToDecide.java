package io.sallyport.authority;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is asked, where no engine runs and nothing waits: for tests of the doors alone. Imported by
 * them and no component, so that no application finds it.
 */
public class NothingToDecide {

  /** No task can come, so there is nothing to complete one with. */
  @Bean
  Asked asked(Inbox inbox, Directory directory, JdbcClient jdbc, Clock clock) {
    DecisionTasks tasks = new DecisionTasks(inbox, List.of(), List.of(), null, clock);
    DecisionRequests requests = new DecisionRequests(tasks, new DecisionRecords(jdbc, clock));
    return new Asked(inbox, tasks, requests, new Names(directory, clock));
  }
}
