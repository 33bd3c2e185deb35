package io.sallyport.jobs.scan;

import io.sallyport.rules.Finding;

/** Bytes that are not on the allow-list: what was met, and what would have been understood. */
final class NotUnderstood extends Exception {

  private static final long serialVersionUID = 1;
  private static final int SHOWN_MAX = 200;

  private final String topic;
  private final String value;
  private final String limit;

  NotUnderstood(String topic, String value, String limit) {
    super(topic + ": " + value, null, false, false);
    this.topic = topic;
    this.value = value;
    this.limit = limit;
  }

  Finding finding(String subject) {
    return new Finding("scan/" + topic, shown(subject), shown(value), limit);
  }

  /** The text with everything but printable ASCII replaced, and not longer than a line or two. */
  static String shown(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() <= SHOWN_MAX ? plain : plain.substring(0, SHOWN_MAX) + "…";
  }
}
