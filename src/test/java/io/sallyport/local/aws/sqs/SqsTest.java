package io.sallyport.local.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.local.aws.sagemaker.Workshop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

class SqsTest {

  @TempDir Path folder;
  private Workshop workshop;
  private SqsClient sqs;
  private String queue;

  @BeforeEach
  void open() {
    workshop = new Workshop(folder);
    sqs = workshop.client(SqsClient.builder());
    queue =
        sqs.createQueue(
                create ->
                    create
                        .queueName("letters")
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1")))
            .queueUrl();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private List<Message> receive(int waitSeconds) {
    return sqs.receiveMessage(
            get -> get.queueUrl(queue).waitTimeSeconds(waitSeconds).maxNumberOfMessages(10))
        .messages();
  }

  @Test
  void a_message_is_hidden_after_a_receive_and_comes_again_until_it_is_deleted() {
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody("hello"));

    assertThat(receive(0)).extracting(Message::body).containsExactly("hello");
    assertThat(receive(0)).isEmpty();
    List<Message> again = receive(5);
    assertThat(again).hasSize(1);
    sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(again.get(0).receiptHandle()));
    assertThat(
            sqs.getQueueAttributes(
                    get -> get.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                .attributesAsStrings())
        .containsEntry("ApproximateNumberOfMessages", "0")
        .containsEntry("ApproximateNumberOfMessagesNotVisible", "0")
        .containsEntry("QueueArn", "arn:aws-us-gov:sqs:us-gov-west-1:123456789012:letters");
  }

  @Test
  void a_long_poll_waits_for_a_delayed_message_and_an_unknown_queue_is_refused() {
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody("late").delaySeconds(1));

    assertThat(receive(0)).isEmpty();
    assertThat(receive(5)).extracting(Message::body).containsExactly("late");
    assertThatThrownBy(() -> sqs.getQueueUrl(get -> get.queueName("none")))
        .isInstanceOf(QueueDoesNotExistException.class);
  }
}
