package io.sallyport.local.aws.s3;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The checksums of S3 and MD5, over bytes that pass by once. */
final class Checksums {

  private final String algorithm;
  private final MessageDigest md5 = digest("MD5");
  private final MessageDigest sha;
  private final Checksum crc;

  /** Of one algorithm: CRC32, CRC32C, CRC64NVME, SHA1 or SHA256. */
  Checksums(String algorithm) {
    this.algorithm = algorithm.toUpperCase(Locale.ROOT);
    this.crc =
        switch (this.algorithm) {
          case "CRC32" -> new CRC32();
          case "CRC32C" -> new CRC32C();
          default -> new Crc64Nvme();
        };
    this.sha =
        switch (this.algorithm) {
          case "SHA1" -> digest("SHA-1");
          case "SHA256" -> digest("SHA-256");
          case "CRC32", "CRC32C", "CRC64NVME" -> digest("SHA-1");
          default -> throw Errors.invalidRequest("Checksum algorithm " + algorithm + " is unknown");
        };
  }

  private boolean isSha() {
    return algorithm.startsWith("SHA");
  }

  static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void update(byte[] bytes, int offset, int length) {
    md5.update(bytes, offset, length);
    if (isSha()) {
      sha.update(bytes, offset, length);
    } else {
      crc.update(bytes, offset, length);
    }
  }

  byte[] md5() {
    return md5.digest();
  }

  /** As S3 writes it: big-endian bytes in base64. */
  String value() {
    if (isSha()) {
      return Base64.getEncoder().encodeToString(sha.digest());
    }
    int width = algorithm.equals("CRC64NVME") ? 16 : 8;
    String hex = String.format("%0" + width + "x", crc.getValue());
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  String algorithm() {
    return algorithm;
  }
}
