package io.sallyport.aws;

import io.sallyport.rules.Refused;

/** What is larger than the reader's limit is refused before it fills memory or time. */
public final class SizeLimit {

  private static final String RULE = "aws/object-is-small-enough";

  private SizeLimit() {}

  /** Refuses an object whose size is known. */
  public static void require(String object, long sizeBytes, long sizeBytesMax) {
    if (sizeBytes > sizeBytesMax) throw refused(object, sizeBytes + " bytes", sizeBytesMax);
  }

  /** The refusal of an object of which no more was read than the limit. */
  public static Refused larger(String object, long sizeBytesMax) {
    return refused(object, "larger", sizeBytesMax);
  }

  private static Refused refused(String object, String value, long sizeBytesMax) {
    return new Refused(RULE, object, value, "at most " + sizeBytesMax + " bytes");
  }
}
