package io.sallyport.local.aws.signature;

import io.sallyport.local.aws.protocol.AwsError;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** A body whose SHA-256 was signed: reading its end checks the hash. */
final class HashedBody extends FilterInputStream {

  private final MessageDigest digest = Bytes.sha256();
  private final String expected;
  private final AwsError mismatch;
  private boolean checked;

  HashedBody(InputStream in, String expected, AwsError mismatch) {
    super(in);
    this.expected = expected;
    this.mismatch = mismatch;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count > 0) {
      digest.update(bytes, offset, count);
    } else if (count < 0 && !checked) {
      checked = true;
      check();
    }
    return count;
  }

  private void check() {
    if (!Bytes.same(Bytes.hex(digest.digest()), expected)) {
      throw mismatch;
    }
  }
}
