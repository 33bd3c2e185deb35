package io.sallyport.local.aws.sagemaker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a file as bytes, each with its line end. */
final class Lines {

  private Lines() {}

  static List<byte[]> of(byte[] content) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < content.length; at++) {
      if (content[at] == '\n') {
        lines.add(Arrays.copyOfRange(content, start, at + 1));
        start = at + 1;
      }
    }
    if (start < content.length) lines.add(Arrays.copyOfRange(content, start, content.length));
    return lines;
  }
}
