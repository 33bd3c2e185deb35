package io.sallyport.workflow.engine;

import io.sallyport.workflow.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Under whose name this node locks the jobs that it carries out. A node that was killed leaves them
 * locked; started again under the same name, it takes them up at once, and another node does when
 * the lock time is over (R22).
 */
@Component
class NodeLocks {

  private static final Logger log = LoggerFactory.getLogger(NodeLocks.class);

  /**
   * The new revision makes a predecessor that is not dead after all fail at its commit, as two
   * nodes at one job do.
   */
  private static final String RELEASE =
      """
      update engine.act_ru_job
         set lock_owner_ = null, lock_exp_time_ = null, rev_ = rev_ + 1
       where starts_with(lock_owner_, :node)
         and lock_owner_ <> :owner
      """;

  private final ObjectProvider<JdbcClient> jdbc;
  private final String node;
  private final String owner;

  NodeLocks(Settings settings, ObjectProvider<JdbcClient> jdbc) {
    this.jdbc = jdbc;
    this.node = (settings.node().isEmpty() ? hostName() : settings.node()) + "/";
    this.owner = node + UUID.randomUUID();
  }

  /** The node's name and a mark of this start. */
  String owner() {
    return owner;
  }

  @EventListener(ApplicationStartedEvent.class)
  void releaseThoseOfEarlierStarts() {
    int released = jdbc.getObject().sql(RELEASE).param("node", node).param("owner", owner).update();
    if (released > 0) {
      log.info("{} jobs that were in hand when {} ended are taken up again", released, node);
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      throw new IllegalStateException(
          "This machine has no name; set sallyport.workflow.node", nameless);
    }
  }
}
