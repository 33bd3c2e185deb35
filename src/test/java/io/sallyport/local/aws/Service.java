package io.sallyport.local.aws;

import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.protocol.Request;
import java.util.List;

/** One AWS service: its names, its protocol, and its operations in one list to read. */
public interface Service extends AutoCloseable {

  /** As IAM actions and {@link Faults} name it: {@code sagemaker}, {@code cloudwatch}. */
  String name();

  /** As signatures name it, where that differs: CloudWatch signs as {@code monitoring}. */
  default String signingName() {
    return name();
  }

  Protocol protocol();

  List<Operation<?>> operations();

  /** Whether a request under the signing name is for this service, where two share one. */
  default boolean accepts(Request request) {
    return true;
  }

  /** The request as the routes expect it: S3 turns virtual hosts into paths. */
  default Request arrange(Request request) {
    return request;
  }

  /** Ends threads and child processes, if there are any. */
  @Override
  default void close() {}
}
