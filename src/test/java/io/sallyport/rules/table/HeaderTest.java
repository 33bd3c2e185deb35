package io.sallyport.rules.table;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.rules.Refused;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeaderTest {

  private static final String TABLE =
      "\uFEFF\"a \"\"x\"\"\";\"two\nlines\"; kind \r\n1;2;é\n3;4;é\n";

  @Test
  void S05_the_header_is_read_as_a_job_reads_it() {
    assertThat(Header.of(TABLE.getBytes(UTF_8), true, ';').orElseThrow())
        .containsExactly("a \"x\"", "two\nlines", "kind");
  }

  @Test
  void S05_wherever_the_first_bytes_end_the_header_is_read_right_or_not_at_all() {
    byte[] table = TABLE.getBytes(UTF_8);
    assertThat(IntStream.rangeClosed(0, table.length).mapToObj(end -> Arrays.copyOf(table, end)))
        .allSatisfy(
            start ->
                assertThat(Header.of(start, false, ';'))
                    .satisfiesAnyOf(
                        header -> assertThat(header).isEmpty(),
                        header ->
                            assertThat(header.orElseThrow())
                                .containsExactly("a \"x\"", "two\nlines", "kind")));
  }

  @Test
  void S05_what_a_job_would_refuse_is_refused_in_its_words() {
    assertThatThrownBy(() -> Header.of("a,b\n".getBytes(UTF_16), false, ','))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is UTF-16 text");
    assertThatThrownBy(() -> Header.of(new byte[0], true, ','))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("a header line and at least one row");
    assertThatThrownBy(() -> Header.of("a,\"b\n".getBytes(UTF_8), true, ','))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("every quotation mark closed");
  }
}
