package io.sallyport.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** The queue of AWS's events: a message stays until it is acknowledged. */
public final class EventQueue implements SqsClient {

  static final String URL = "https://sqs.us-gov-west-1.amazonaws.com/123456789012/sallyport-events";

  private final Map<String, String> messages = new ConcurrentHashMap<>();
  private final AtomicInteger sent = new AtomicInteger();

  /** AWS tells that a training job has ended. */
  public void trainingJobEnded(String job, String time) {
    messages.put(
        "receipt-" + sent.incrementAndGet(),
        """
        {"id": "e", "detail-type": "SageMaker Training Job State Change", "time": "%s",
         "resources": ["arn:aws-us-gov:sagemaker:us-gov-west-1:123456789012:training-job/%s"],
         "detail": {"TrainingJobName": "%s", "TrainingJobStatus": "Completed"}}
        """
            .formatted(time, job, job));
  }

  /** How many were not acknowledged. */
  public int size() {
    return messages.size();
  }

  @Override
  public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    List<Message> received = new ArrayList<>();
    messages.forEach(
        (receipt, body) ->
            received.add(Message.builder().receiptHandle(receipt).body(body).build()));
    return ReceiveMessageResponse.builder().messages(received).build();
  }

  @Override
  public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
    messages.remove(request.receiptHandle());
    return DeleteMessageResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    messages.clear();
  }
}
