package io.sallyport.house;

import java.util.List;

/**
 * A component of a settings record.
 *
 * @param type as written
 * @param standard its default; empty when there is none
 * @param required whether the application refuses to start without it
 * @param meaning from the record's Javadoc
 */
record Setting(String name, String type, String standard, boolean required, String meaning) {

  /** The name that a file of settings uses: {@code answerTolerance} is {@code answer-tolerance}. */
  String key() {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
  }

  /** Components by record, with what stands before all of them when it is bound by a prefix. */
  record Group(String type, String prefix, String meaning, List<Setting> settings) {}
}
