package io.sallyport.local;

import java.util.List;

/** Names in the account of the local boundary, as ARNs where AWS wants them. */
final class Account {

  static final String ID = "123456789012";
  static final String REGION = "us-gov-west-1";
  static final String APPLICATION = "sallyport-application";
  static final String ARTIFACTS = "sallyport-artifacts";
  static final String EVIDENCE = "sallyport-evidence";
  static final String DATA_KEY = "sallyport-data";
  static final String SIGNING_KEY = "sallyport-evidence-signing";
  static final List<String> PROGRAMS = List.of("sentinel", "harbor");

  private Account() {}

  static String role(String name) {
    return "arn:aws-us-gov:iam::" + ID + ":role/" + name;
  }

  /** The product itself, the only one that writes under a digest and into the evidence. */
  static String application() {
    return "arn:aws-us-gov:iam::" + ID + ":user/" + APPLICATION;
  }

  static String root() {
    return "arn:aws-us-gov:iam::" + ID + ":root";
  }

  static String bucket(String name) {
    return "arn:aws-us-gov:s3:::" + name;
  }

  /** A thing of a regional service: {@code endpoint/*}. */
  static String arn(String service, String thing) {
    return "arn:aws-us-gov:" + service + ":" + REGION + ":" + ID + ":" + thing;
  }
}
