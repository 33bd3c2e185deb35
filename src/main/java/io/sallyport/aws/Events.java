package io.sallyport.aws;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * AWS tells by EventBridge, through a queue, that something changed its state. An event is a hint:
 * the process looks at the truth, and a timer looks where no event came.
 */
@Component
public class Events {

  private static final Logger LOG = LoggerFactory.getLogger(Events.class);

  private static final int MESSAGES_MAX = 10;
  private static final int WAIT_SECONDS_MAX = 20;

  private final SqsClient sqs;
  private final Settings settings;

  public Events(SqsClient sqs, Settings settings) {
    this.sqs = sqs;
    this.settings = settings;
  }

  /**
   * Up to ten changes; waits for the first as long as the settings say. A message that cannot be
   * read is left to the queue's own redrive policy. Acknowledge each change once it was acted on.
   */
  public List<StateChange> receive() {
    if (settings.eventQueue().isEmpty()) return List.of();
    long wait = Math.min(settings.timeouts().receive().toSeconds(), WAIT_SECONDS_MAX);
    return sqs
        .receiveMessage(
            receive ->
                receive
                    .queueUrl(settings.eventQueue())
                    .maxNumberOfMessages(MESSAGES_MAX)
                    .waitTimeSeconds((int) wait))
        .messages()
        .stream()
        .map(Events::read)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The change was acted on and need not come again. */
  public void acknowledge(StateChange change) {
    sqs.deleteMessage(
        delete -> delete.queueUrl(settings.eventQueue()).receiptHandle(change.receipt()));
  }

  private static Optional<StateChange> read(Message message) {
    Optional<StateChange> change = Envelope.read(message.body(), message.receiptHandle());
    if (change.isEmpty()) LOG.warn("Queue message {} is no event envelope", message.messageId());
    return change;
  }
}
