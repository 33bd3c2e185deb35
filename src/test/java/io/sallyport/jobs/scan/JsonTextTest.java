package io.sallyport.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @Test
  void S10_strict_JSON_gives_its_names() throws Exception {
    assertThat(read("{\"a\":{\"b\":[1,\"x\",null,true]},\"c\":1.5e3} \n"))
        .containsExactly("a", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{}{}",
        "{} x",
        "{\"a\":NaN}",
        "{'a':1}",
        "{\"a\":1,}",
        "{/**/}",
        "{\"a\":\"\t\"}",
        "{\"a\":01}",
        "\ufeff{}",
        "{"
      })
  void S10_anything_else_is_refused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(NotUnderstood.class);
  }

  @Test
  void S10_JSON_nested_too_deep_or_not_in_UTF8_is_refused() {
    assertThatThrownBy(() -> read("{\"a\":".repeat(70) + "1" + "}".repeat(70)))
        .isInstanceOf(NotUnderstood.class);
    byte[] broken = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    assertThatThrownBy(() -> JsonText.read(broken, 99)).isInstanceOf(NotUnderstood.class);
  }

  private static Set<String> read(String text) throws NotUnderstood {
    return JsonText.read(text.getBytes(StandardCharsets.UTF_8), 10_000);
  }
}
