package io.sallyport.local.aws.sqs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One queue: at least once, in no promised order, hidden for the visibility time after a receive.
 */
final class Queue {

  /** A message and what the queue knows about it. */
  record Message(
      String id, String body, Instant sent, Instant visible, int received, String receipt) {

    private Message received(Instant visibleAgain, String newReceipt) {
      return new Message(id, body, sent, visibleAgain, received + 1, newReceipt);
    }

    private Message visible(Instant at) {
      return new Message(id, body, sent, at, received, receipt);
    }
  }

  private static final int MESSAGES_MAX = 120_000;

  private final Clock clock;
  private final Supplier<String> ids;
  private Map<String, String> attributes;
  private final Map<String, Message> messages = new LinkedHashMap<>();

  Queue(Clock clock, Supplier<String> ids, Map<String, String> attributes) {
    this.clock = clock;
    this.ids = ids;
    this.attributes = Map.copyOf(attributes);
  }

  synchronized Map<String, String> attributes() {
    return attributes;
  }

  synchronized void attributes(Map<String, String> given) {
    attributes = Map.copyOf(given);
  }

  synchronized Duration seconds(String attribute, int otherwise) {
    return Duration.ofSeconds(
        Integer.parseInt(attributes.getOrDefault(attribute, Integer.toString(otherwise))));
  }

  synchronized Message send(String body, Duration delay) {
    if (messages.size() == MESSAGES_MAX) throw new IllegalStateException("the queue is full");
    Instant now = clock.instant();
    Message message = new Message(ids.get(), body, now, now.plus(delay), 0, "");
    messages.put(message.id(), message);
    notifyAll();
    return message;
  }

  /** Waits until a message is visible, at most for the given time. */
  synchronized List<Message> receive(int max, Duration visibility, Duration wait)
      throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    List<Message> found = take(max, visibility);
    while (found.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.timedWait(this, 50); // short: a delay may end by the clock alone
      found = take(max, visibility);
    }
    return found;
  }

  private List<Message> take(int max, Duration visibility) {
    Instant now = clock.instant();
    List<Message> taken = new ArrayList<>();
    for (Message message : List.copyOf(messages.values())) {
      if (taken.size() == max || message.visible().isAfter(now)) continue;
      Message hidden = message.received(now.plus(visibility), message.id() + ":" + ids.get());
      messages.put(message.id(), hidden);
      taken.add(hidden);
    }
    return taken;
  }

  /** A receipt of an earlier receive deletes nothing, as in SQS when the message was seen again. */
  synchronized void delete(String receipt) {
    byReceipt(receipt).ifPresent(message -> messages.remove(message.id()));
  }

  synchronized void show(String receipt, Duration after) {
    byReceipt(receipt)
        .ifPresent(
            message -> messages.put(message.id(), message.visible(clock.instant().plus(after))));
    notifyAll();
  }

  private Optional<Message> byReceipt(String receipt) {
    return messages.values().stream()
        .filter(message -> message.received() > 0 && message.receipt().equals(receipt))
        .findFirst();
  }

  /** Messages that can be received now, that are hidden by a receive, that are delayed. */
  synchronized Map<String, String> counts() {
    Instant now = clock.instant();
    long visible = messages.values().stream().filter(m -> !m.visible().isAfter(now)).count();
    long delayed =
        messages.values().stream()
            .filter(m -> m.received() == 0 && m.visible().isAfter(now))
            .count();
    long hidden = messages.size() - visible - delayed;
    return Map.of(
        "ApproximateNumberOfMessages", Long.toString(visible),
        "ApproximateNumberOfMessagesNotVisible", Long.toString(hidden),
        "ApproximateNumberOfMessagesDelayed", Long.toString(delayed));
  }
}
