package io.sallyport.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SafeTensorsTest {

  @Test
  void S10_a_hole_between_tensors_is_refused() {
    assertThat(finding(tensor("a", 0, 4) + "," + tensor("b", 8, 12), 12))
        .contains("a gap or an overlap at byte 4");
  }

  @Test
  void S10_tensors_that_overlap_are_refused() {
    assertThat(finding(tensor("a", 0, 4) + "," + tensor("b", 2, 6), 6))
        .contains("a gap or an overlap at byte 4");
  }

  @Test
  void S10_bytes_after_the_last_tensor_are_refused() {
    assertThat(finding(tensor("a", 0, 4), 9)).contains("5 bytes that belong to no tensor");
  }

  @Test
  void S10_a_shape_that_does_not_fill_its_place_is_refused() {
    assertThat(finding(tensor("a", 0, 8), 8)).contains("the place of a");
  }

  @Test
  void S10_a_shape_too_large_to_count_is_refused() {
    String huge =
        "\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,9],\"data_offsets\":[0,4]}";

    assertThat(finding(huge, 4)).contains("the size of a");
  }

  @Test
  void S10_an_unknown_type_field_or_metadata_is_refused() {
    assertThat(finding(tensor("a", 0, 4).replace("F32", "PY"), 4)).contains("the tensor a");
    assertThat(finding(tensor("a", 0, 4).replace("shape", "x"), 4)).contains("the field x of a");
    assertThat(finding("\"__metadata__\":{\"a\":1}", 0)).contains("metadata that is not text");
  }

  @Test
  void S10_a_tensor_named_twice_is_refused() {
    assertThat(finding(tensor("a", 0, 4) + "," + tensor("a", 4, 8), 8)).contains("scan/json");
  }

  @Test
  void S10_a_header_past_the_end_is_refused() {
    byte[] file = file("{}", 0);
    file[0] = 99;

    assertThat(Scans.of(TarGz.of("m.safetensors", file)).findings())
        .hasToString(
            "[scan/safetensors: model.tar.gz!m.safetensors is a header of 99 bytes; the limit is"
                + " tensors that cover the file exactly]");
  }

  static byte[] file(String header, int bytes) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }

  private static String tensor(String name, int from, int to) {
    return "\"%s\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}"
        .formatted(name, from, to);
  }

  private static String finding(String tensors, int bytes) {
    byte[] file = file("{" + tensors + "}", bytes);
    return Scans.of(TarGz.of("m.safetensors", file)).findings().toString();
  }
}
