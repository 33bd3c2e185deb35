package io.sallyport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sallyport.local.aws.events.Disorder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events at the emulator, through the real SDK: hints that come twice and are acknowledged. */
class EventsTest {

  private final OnLocalAws local = new OnLocalAws();
  private final Events events = new Events(local.clients().sqs(), local.settings());

  EventsTest() {
    local.clients().sqs().createQueue(create -> create.queueName(OnLocalAws.QUEUE));
  }

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void S07_a_change_is_received_until_it_is_acknowledged() {
    publish("Completed");

    List<StateChange> changes = events.receive();

    assertThat(changes)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.name()).isEqualTo("train-1");
              assertThat(change.status()).isEqualTo("COMPLETED");
            });
    changes.forEach(events::acknowledge);
    assertThat(events.receive()).isEmpty();
  }

  @Test
  void S07_a_change_that_comes_twice_says_the_same_twice() {
    local.aws().backstage().events().disorder(new Disorder(2, Duration.ZERO, false));
    publish("Failed");

    List<StateChange> changes = events.receive();

    assertThat(changes).hasSize(2);
    assertThat(changes.get(0))
        .usingRecursiveComparison()
        .ignoringFields("receipt")
        .isEqualTo(changes.get(1));
    assertThat(changes.get(0).receipt()).isNotEqualTo(changes.get(1).receipt());
  }

  @Test
  void S07_a_message_that_is_no_envelope_is_left_to_the_queue() {
    local
        .clients()
        .sqs()
        .sendMessage(
            send -> send.queueUrl(local.settings().eventQueue()).messageBody("not an envelope"));

    assertThat(events.receive()).isEmpty();
  }

  private void publish(String status) {
    local
        .aws()
        .backstage()
        .events()
        .sageMaker(
            "Training Job",
            "arn:aws-us-gov:sagemaker:us-gov-west-1:123456789012:training-job/train-1",
            JsonNodeFactory.instance
                .objectNode()
                .put("TrainingJobName", "train-1")
                .put("TrainingJobStatus", status));
  }
}
