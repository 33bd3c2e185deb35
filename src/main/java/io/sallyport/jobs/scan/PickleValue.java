package io.sallyport.jobs.scan;

import java.util.List;

/**
 * What a pickle has on its stack, as far as it matters: a text or a name is known word for word, a
 * tuple by its parts, everything else by its kind.
 */
record PickleValue(Kind kind, String text, List<PickleValue> parts) {

  /** OBJECT was made by calling an allowed name, which is its text. */
  enum Kind {
    MARK,
    TEXT,
    NUMBER,
    DATA,
    LIST,
    DICT,
    TUPLE,
    GLOBAL,
    OBJECT,
    STORAGE
  }

  static PickleValue of(Kind kind) {
    return new PickleValue(kind, "", List.of());
  }

  static PickleValue of(Kind kind, String text) {
    return new PickleValue(kind, text, List.of());
  }

  static PickleValue tuple(List<PickleValue> parts) {
    return new PickleValue(Kind.TUPLE, "", List.copyOf(parts));
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }
}
