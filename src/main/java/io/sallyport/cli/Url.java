package io.sallyport.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Words of a person as parts of an address, and addresses as names of files. */
final class Url {

  private Url() {}

  /** The text as a file's name: what a name cannot hold is an underscore. */
  static String fileName(String text) {
    return text.replaceAll("[^A-Za-z0-9.-]+", "_");
  }

  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
