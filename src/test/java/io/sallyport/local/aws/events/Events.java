package io.sallyport.local.aws.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * EventBridge with one rule: every state change of SageMaker and of an alarm goes, as the whole
 * envelope, into the queue {@link #QUEUE}. A test may make events come twice, late, out of order or
 * never ({@link #disorder}).
 */
public final class Events {

  public static final String QUEUE = "sallyport-events";

  private static final Duration OVERTAKEN = Duration.ofSeconds(1);

  private final Clock clock;
  private final Supplier<String> ids;
  private final BiConsumer<String, Duration> queue;
  private Disorder disorder = Disorder.none();
  private boolean turn;

  /** The queue takes an envelope and the time after which it shows. */
  public Events(Clock clock, Supplier<String> ids, BiConsumer<String, Duration> queue) {
    this.clock = clock;
    this.ids = ids;
    this.queue = queue;
  }

  /** From now on events arrive like this. */
  public synchronized void disorder(Disorder wanted) {
    disorder = wanted;
  }

  /** {@code kind} as in the detail type, for example {@code Training Job}. */
  public void sageMaker(String kind, String arn, ObjectNode detail) {
    publish("aws.sagemaker", "SageMaker " + kind + " State Change", arn, detail);
  }

  public synchronized void publish(String source, String detailType, String arn, JsonNode detail) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.put("version", "0").put("id", ids.get()).put("detail-type", detailType);
    envelope.put("source", source).put("account", arn.split(":", -1)[4]);
    envelope.put("time", time(detailType));
    envelope.put("region", arn.split(":", -1)[3]);
    envelope.putArray("resources").add(arn);
    envelope.set("detail", detail);
    deliver(envelope.toString());
  }

  /** AWS's own sample of an endpoint's event has epoch milliseconds here. */
  private String time(String detailType) {
    return detailType.contains("Endpoint")
        ? Long.toString(clock.millis())
        : clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Out of order: every other event is late, so that the one after it overtakes. */
  private void deliver(String envelope) {
    turn = !turn;
    Duration late = disorder.reordered() && turn ? OVERTAKEN : Duration.ZERO;
    for (int copy = 0; copy < disorder.copies(); copy++) {
      queue.accept(envelope, disorder.delay().plus(late));
    }
  }
}
