package io.sallyport.local.aws.s3;

import java.util.zip.Checksum;

/** CRC-64/NVME: polynomial 0xAD93D23594C93659, reflected, all ones in and out. */
final class Crc64Nvme implements Checksum {

  private static final long REFLECTED = 0x9A6C9329AC4BC9B5L;

  private final long[] table = new long[256];
  private long crc = ~0L;

  Crc64Nvme() {
    for (int i = 0; i < table.length; i++) {
      long value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) == 1 ? (value >>> 1) ^ REFLECTED : value >>> 1;
      }
      table[i] = value;
    }
  }

  @Override
  public void update(int b) {
    crc = table[(int) ((crc ^ b) & 0xff)] ^ (crc >>> 8);
  }

  @Override
  public void update(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      update(bytes[i]);
    }
  }

  @Override
  public long getValue() {
    return ~crc;
  }

  @Override
  public void reset() {
    crc = ~0L;
  }
}
