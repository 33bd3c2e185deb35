package io.sallyport.local.aws.sagemaker;

/** {@code s3://bucket/key}; the key may be empty. */
record S3Uri(String bucket, String key) {

  private static final String SCHEME = "s3://";

  static S3Uri of(String text) {
    if (!text.startsWith(SCHEME)) throw new IllegalArgumentException("not an S3 URI: " + text);
    String rest = text.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    return slash < 0
        ? new S3Uri(rest, "")
        : new S3Uri(rest.substring(0, slash), rest.substring(slash + 1));
  }

  /** This place with a path below it; exactly one slash between the two. */
  S3Uri under(String path) {
    if (key.isEmpty() || key.endsWith("/")) return new S3Uri(bucket, key + path);
    return new S3Uri(bucket, key + "/" + path);
  }

  /** Where an object found under this prefix lies relative to it, as SageMaker downloads it. */
  String relative(String foundKey) {
    if (foundKey.startsWith(key + "/")) return foundKey.substring(key.length() + 1);
    return foundKey.substring(key.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return SCHEME + bucket + "/" + key;
  }
}
