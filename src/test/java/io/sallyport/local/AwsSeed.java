package io.sallyport.local;

import io.sallyport.local.aws.Clients;
import io.sallyport.local.aws.LocalAws;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The account as an administrator would have prepared it: buckets, keys, roles, network, queue.
 * What is there already is left as it is, but for policies, so that a second start finds its data.
 *
 * @param keys ARNs by alias
 * @param queue URL of the queue of events
 * @param accessKey the product's own
 */
record AwsSeed(Map<String, String> keys, String queue, AccessKey accessKey) {

  static AwsSeed plant(LocalAws aws) {
    NetworkSeed.plant(aws.backstage().network());
    try (Clients root = Clients.root(aws)) {
      Map<String, String> keys = KeySeed.plant(root.kms());
      BucketSeed.plant(root.s3(), keys);
      AccessKey accessKey = RoleSeed.plant(root.iam(), keys);
      SqsClient sqs = root.build(SqsClient.builder());
      String queue = sqs.createQueue(create -> create.queueName("sallyport-events")).queueUrl();
      return new AwsSeed(keys, queue, accessKey);
    }
  }

  /** ARN of the key behind an alias: {@code sentinel-data}. */
  String key(String alias) {
    return keys.getOrDefault(alias, "");
  }
}
