package io.sallyport.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Words of a person as parts of an address. */
final class Url {

  private Url() {}

  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
