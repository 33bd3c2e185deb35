package io.sallyport.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.rules.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

  @TempDir Path folder;

  @Test
  void A3_quotes_line_ends_and_a_byte_order_mark_are_read_and_the_text_is_kept() throws Exception {
    Path file = file("\uFEFFa,\"b \"\"x\"\"\"\r\n\r\n 1 ,\"two\nlines\"\r\n3,\r4,\"\"\n");
    try (Table table = Table.open(file, ',')) {
      assertThat(table.columns()).containsExactly("a", "b \"x\"");
    }
    assertThat(Table.all(file))
        .containsExactly(
            new Table.Row(3, " 1 ,\"two\nlines\"", List.of("1", "two\nlines")),
            new Table.Row(5, "3,", List.of("3", "")),
            new Table.Row(6, "4,\"\"", List.of("4", "")));
  }

  @Test
  void A3_an_open_quote_is_refused_with_its_line() throws Exception {
    assertRefused(
        "a,b\n1,2\n3,\"open\n5,6\n",
        "data/quotes-are-closed: data.csv, line 3 is a row without an end; the limit is at most"
            + " 4194304 characters, every quotation mark closed");
  }

  @Test
  void A3_a_row_of_nothing_but_delimiters_is_refused_before_it_fills_the_memory() throws Exception {
    assertRefused(
        "a,b\n" + ",".repeat(5 << 20) + "\n",
        "data/quotes-are-closed: data.csv, line 2 is a row without an end; the limit is at most"
            + " 4194304 characters, every quotation mark closed");
  }

  @Test
  void A3_an_empty_file_is_refused() throws Exception {
    assertRefused(
        "\n\n",
        "data/the-file-has-a-header: data.csv is empty; the limit is a header line and at least"
            + " one row");
  }

  @Test
  void A3_UTF_16_and_binary_and_Latin_1_are_refused_by_what_they_are() throws Exception {
    assertFound("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16), "data.csv is UTF-16 text;");
    assertFound(
        "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE),
        "data.csv is UTF-16 text without a byte order mark;");
    assertFound(new byte[] {'P', 'K', 3, 4, 0}, "data.csv is a ZIP archive or an Excel workbook;");
    assertFound(
        "a,b\n1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1),
        "data.csv, at or after line 1 is bytes that are not UTF-8;");
  }

  private void assertRefused(String content, String message) throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> Table.all(file)).isInstanceOf(Refused.class).hasMessage(message);
  }

  private void assertFound(byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve("data.csv"), content);
    assertThatThrownBy(() -> Table.all(file))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(message);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("data.csv"), content);
  }
}
