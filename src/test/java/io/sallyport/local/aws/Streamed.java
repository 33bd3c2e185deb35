package io.sallyport.local.aws;

import io.sallyport.local.aws.protocol.Answer;
import software.amazon.awssdk.core.SdkPojo;

/** A response whose body is streamed beside its members: S3's GetObject. */
public record Streamed(SdkPojo response, int status, Answer.Content content) {}
