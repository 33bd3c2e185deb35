package io.sallyport.local.aws.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP answer before it is sent. */
public record Answer(int status, Map<String, String> headers, Content content) {

  /** The bytes of an answer, of known length, written when asked. */
  public interface Content {

    long length();

    void writeTo(OutputStream out) throws IOException;
  }

  public static Content content(byte[] bytes) {
    return new Content() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }

  public static Answer of(int status, String contentType, String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    return new Answer(status, headers, content(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static Answer of(int status, Map<String, String> headers, byte[] bytes) {
    return new Answer(status, new LinkedHashMap<>(headers), content(bytes));
  }

  /** The same answer with another body. */
  public Answer with(Content other) {
    return new Answer(status, headers, other);
  }
}
