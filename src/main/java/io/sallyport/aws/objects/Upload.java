package io.sallyport.aws.objects;

/**
 * A person's data set on its way into a program's bucket.
 *
 * @param bucket the program's own bucket, versioned
 * @param kmsKey the program's own key
 * @param sizeBytesMax more than this is refused, and nothing is left behind
 */
public record Upload(String bucket, String key, String kmsKey, long sizeBytesMax) {

  public String uri() {
    return "s3://" + bucket + "/" + key;
  }
}
