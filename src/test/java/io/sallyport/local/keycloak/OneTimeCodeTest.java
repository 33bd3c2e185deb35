package io.sallyport.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({"59,287082", "1111111109,081804", "1234567890,005924", "20000000000,353130"})
  void L1_a_code_is_that_of_RFC_6238_appendix_B(long second, String code) {
    assertThat(OneTimeCode.of(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }
}
