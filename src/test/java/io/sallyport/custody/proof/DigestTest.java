package io.sallyport.custody.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class DigestTest {

  /** FIPS 180-4, of {@code abc}. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void S07_text_and_bytes_as_a_whole_or_streaming_by_have_the_same_digest() {
    MessageDigest begun = Digest.begun();
    begun.update((byte) 'a');
    begun.update("bc".getBytes(StandardCharsets.UTF_8));

    assertThat(Digest.of(begun).hex()).isEqualTo(ABC);
    assertThat(Digest.of("abc").hex()).isEqualTo(ABC);
    assertThat(Digest.of("abc".getBytes(StandardCharsets.UTF_8)).hex()).isEqualTo(ABC);
  }
}
