package io.sallyport.abuse;

import com.zaxxer.hikari.HikariDataSource;
import io.sallyport.Application;
import io.sallyport.aws.EveryRequestIsValid;
import io.sallyport.local.LocalParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * One node after the other on the same parts: when one has died, the next is started, with nothing
 * of what the dead one had in memory.
 */
final class MortalNodes implements AutoCloseable {

  /** The application of a node, if it came so far, and whether it lives. */
  private record Node(NodeLife life, Optional<ConfigurableApplicationContext> application) {

    private boolean lives() {
      return application.isPresent() && !life.isOver();
    }
  }

  /** What the dead say is of no use; what is wrong with the living, the test says. */
  private static final List<String> QUIET =
      List.of("logging.level.root", "logging.level.io.sallyport");

  private final LocalParts parts;
  private final CrashPoints points;
  private final List<CompletableFuture<Void>> buried = new ArrayList<>();
  private Node node;
  private int started = 1;

  MortalNodes(LocalParts parts, CrashPoints points) {
    this.parts = parts;
    this.points = points;
    QUIET.forEach(logger -> System.setProperty(logger, "off"));
    this.node = start();
  }

  /** How many nodes it took so far. */
  int started() {
    return started;
  }

  /**
   * Asks the node that lives. People do not give up: where it dies under the question, they ask the
   * next one, so a question that changes something looks first.
   */
  <T> T ask(Function<ApplicationContext, T> question) {
    while (true) {
      Node asked = living();
      try {
        return question.apply(asked.application().orElseThrow());
      } catch (RuntimeException | Error trouble) {
        if (asked.lives()) throw trouble;
      }
    }
  }

  private Node living() {
    while (!node.lives()) {
      bury(node);
      node = start();
      started++;
    }
    return node;
  }

  private Node start() {
    NodeLife life = new NodeLife(points);
    try {
      return new Node(
          life, Optional.of(Application.start(settings(), context -> beans(context, life))));
    } catch (RuntimeException | Error trouble) {
      if (!life.isOver()) throw trouble;
      return new Node(life, Optional.empty());
    }
  }

  /**
   * Ports of its own, so that it need not wait for those of a dead node; short looks into the
   * queue, so that a dead one takes few events with it; a long life of hints, for a busy machine.
   */
  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(parts.settings());
    settings.put("server.port", 0);
    settings.put("management.server.port", 0);
    settings.put("sallyport.aws.timeouts.receive", "1s");
    settings.put("sallyport.workflow.hint-lifetime", "10m");
    return settings;
  }

  private static void beans(GenericApplicationContext context, NodeLife life) {
    context.registerBean(MortalCalls.class, () -> new MortalCalls(life));
    context.registerBean(
        "everyRequestIsValid", ExecutionInterceptor.class, EveryRequestIsValid::new);
    context.registerBean(
        "transactionManager",
        JdbcTransactionManager.class,
        () -> new MortalTransactions(context.getBean(HikariDataSource.class), life));
  }

  /** Its threads end by themselves, one after the other; nobody waits for them now. */
  private void bury(Node dead) {
    dead.application().ifPresent(context -> buried.add(CompletableFuture.runAsync(context::close)));
  }

  @Override
  public void close() {
    node.application().ifPresent(ConfigurableApplicationContext::close);
    buried.forEach(CompletableFuture::join);
    QUIET.forEach(System::clearProperty);
  }
}
