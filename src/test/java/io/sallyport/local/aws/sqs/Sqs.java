package io.sallyport.local.aws.sqs;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.AwsJson;
import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.sagemaker.Members;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * Amazon SQS, standard queues. Messages live in memory: a restart of the emulator loses them, as it
 * loses what was under way; queues are made again by whoever seeds them.
 */
public final class Sqs implements Service {

  private static final int VISIBILITY_SECONDS_DEFAULT = 30;
  private static final int WAIT_SECONDS_MAX = 20;
  private static final int MESSAGES_MAX = 10;
  private static final int BODY_BYTES_MAX = 1 << 20;

  private final Protocol protocol = AwsJson.version10();
  private final Environment environment;
  private final Map<String, Queue> queues = new TreeMap<>();

  public Sqs(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "sqs";
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return List.of(
        Operation.of("CreateQueue", CreateQueueRequest::builder, this::create)
            .on(request -> Arn.of("sqs", request.queueName())),
        Operation.of("GetQueueUrl", GetQueueUrlRequest::builder, this::url)
            .on(request -> Arn.of("sqs", request.queueName())),
        Operation.of("SendMessage", SendMessageRequest::builder, this::send)
            .on(request -> arn(request.queueUrl())),
        Operation.of("ReceiveMessage", ReceiveMessageRequest::builder, this::receive)
            .on(request -> arn(request.queueUrl())),
        Operation.of("DeleteMessage", DeleteMessageRequest::builder, this::delete)
            .on(request -> arn(request.queueUrl())),
        Operation.of("ChangeMessageVisibility", ChangeMessageVisibilityRequest::builder, this::show)
            .on(request -> arn(request.queueUrl())),
        Operation.of("GetQueueAttributes", GetQueueAttributesRequest::builder, this::attributes)
            .on(request -> arn(request.queueUrl())));
  }

  private static String queueName(String queueUrl) {
    return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
  }

  private static String arn(String queueUrl) {
    return Arn.of("sqs", queueName(queueUrl));
  }

  /** Puts a message into a queue, which is made if need be: for services that send. */
  public void deliver(String queueName, String body, Duration delay) {
    queue(queueName, Map.of()).send(body, delay);
  }

  private synchronized Queue queue(String name, Map<String, String> attributes) {
    return queues.computeIfAbsent(
        name, made -> new Queue(environment.clock(), () -> environment.ids().uuid(), attributes));
  }

  private CreateQueueResponse create(CreateQueueRequest request, Call call) {
    Members.only(request, "QueueName", "Attributes", "tags");
    Queue queue = queue(request.queueName(), request.attributesAsStrings());
    if (queue.attributes().isEmpty()) queue.attributes(request.attributesAsStrings());
    if (!queue.attributes().equals(request.attributesAsStrings())) {
      throw AwsError.bad(
          "QueueNameExists",
          "A queue already exists with the same name and a different value for an attribute");
    }
    return CreateQueueResponse.builder().queueUrl(urlOf(request.queueName())).build();
  }

  private String urlOf(String name) {
    return environment.endpoint() + "/" + Arn.ACCOUNT + "/" + name;
  }

  private GetQueueUrlResponse url(GetQueueUrlRequest request, Call call) {
    find(request.queueName());
    return GetQueueUrlResponse.builder().queueUrl(urlOf(request.queueName())).build();
  }

  private synchronized Queue find(String nameOrUrl) {
    Queue queue = queues.get(queueName(nameOrUrl));
    if (queue == null) {
      throw AwsError.bad("QueueDoesNotExist", "The specified queue does not exist.");
    }
    return queue;
  }

  private SendMessageResponse send(SendMessageRequest request, Call call) {
    Members.only(request, "QueueUrl", "MessageBody", "DelaySeconds");
    Queue queue = find(request.queueUrl());
    int size = request.messageBody().getBytes(StandardCharsets.UTF_8).length;
    if (size == 0 || size > BODY_BYTES_MAX) {
      throw AwsError.bad(
          "InvalidParameterValue", "MessageBody has " + size + " bytes; the limit is 1 to 1048576");
    }
    Duration delay = seconds(request.delaySeconds(), queue.seconds("DelaySeconds", 0));
    Queue.Message sent = queue.send(request.messageBody(), delay);
    return SendMessageResponse.builder()
        .messageId(sent.id())
        .md5OfMessageBody(md5(request.messageBody()))
        .build();
  }

  private static Duration seconds(@Nullable Integer asked, Duration otherwise) {
    return asked == null ? otherwise : Duration.ofSeconds(asked);
  }

  private ReceiveMessageResponse receive(ReceiveMessageRequest request, Call call) {
    Members.only(
        request,
        "QueueUrl",
        "MaxNumberOfMessages",
        "VisibilityTimeout",
        "WaitTimeSeconds",
        "AttributeNames",
        "MessageSystemAttributeNames");
    Queue queue = find(request.queueUrl());
    int max = Optional.ofNullable(request.maxNumberOfMessages()).orElse(1);
    Duration wait =
        seconds(request.waitTimeSeconds(), queue.seconds("ReceiveMessageWaitTimeSeconds", 0));
    if (max < 1 || max > MESSAGES_MAX || wait.toSeconds() > WAIT_SECONDS_MAX) {
      throw AwsError.bad(
          "InvalidParameterValue",
          "MaxNumberOfMessages is %d and WaitTimeSeconds %d; the limits are 1 to %d and 0 to %d"
              .formatted(max, wait.toSeconds(), MESSAGES_MAX, WAIT_SECONDS_MAX));
    }
    Duration visibility =
        seconds(
            request.visibilityTimeout(),
            queue.seconds("VisibilityTimeout", VISIBILITY_SECONDS_DEFAULT));
    try {
      List<Message> messages =
          queue.receive(max, visibility, wait).stream().map(Sqs::message).toList();
      return ReceiveMessageResponse.builder().messages(messages).build();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return ReceiveMessageResponse.builder().build();
    }
  }

  private static Message message(Queue.Message message) {
    return Message.builder()
        .messageId(message.id())
        .receiptHandle(message.receipt())
        .body(message.body())
        .md5OfBody(md5(message.body()))
        .attributes(
            Map.of(
                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                Integer.toString(message.received()),
                MessageSystemAttributeName.SENT_TIMESTAMP,
                Long.toString(message.sent().toEpochMilli())))
        .build();
  }

  private DeleteMessageResponse delete(DeleteMessageRequest request, Call call) {
    find(request.queueUrl()).delete(request.receiptHandle());
    return DeleteMessageResponse.builder().build();
  }

  private ChangeMessageVisibilityResponse show(ChangeMessageVisibilityRequest request, Call call) {
    find(request.queueUrl())
        .show(request.receiptHandle(), Duration.ofSeconds(request.visibilityTimeout()));
    return ChangeMessageVisibilityResponse.builder().build();
  }

  private GetQueueAttributesResponse attributes(GetQueueAttributesRequest request, Call call) {
    Queue queue = find(request.queueUrl());
    Map<String, String> all = new TreeMap<>(queue.attributes());
    all.putAll(queue.counts());
    all.put("QueueArn", arn(request.queueUrl()));
    all.putIfAbsent("VisibilityTimeout", Integer.toString(VISIBILITY_SECONDS_DEFAULT));
    if (!request.attributeNames().contains(QueueAttributeName.ALL)) {
      all.keySet().retainAll(request.attributeNamesAsStrings());
    }
    return GetQueueAttributesResponse.builder().attributesWithStrings(all).build();
  }

  private static String md5(String body) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
