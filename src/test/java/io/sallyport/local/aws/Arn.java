package io.sallyport.local.aws;

/** The one account, partition and region that exist here, and the names in them. */
public final class Arn {

  public static final String PARTITION = "aws-us-gov";
  public static final String REGION = "us-gov-west-1";
  public static final String ACCOUNT = "123456789012";

  private Arn() {}

  /** {@code arn:aws-us-gov:<service>:us-gov-west-1:123456789012:<resource>}. */
  public static String of(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(PARTITION, service, REGION, ACCOUNT, resource);
  }

  /** IAM has no region. */
  public static String iam(String resource) {
    return "arn:%s:iam::%s:%s".formatted(PARTITION, ACCOUNT, resource);
  }

  /** S3 has neither region nor account: {@code bucket} or {@code bucket/key}. */
  public static String s3(String resource) {
    return "arn:%s:s3:::%s".formatted(PARTITION, resource);
  }
}
