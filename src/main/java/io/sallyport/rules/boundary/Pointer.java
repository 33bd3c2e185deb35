package io.sallyport.rules.boundary;

/** JSON pointers (RFC 6901), by which findings say where. */
final class Pointer {

  private Pointer() {}

  /** A property's name as a part of a pointer. */
  static String escaped(String name) {
    return Shown.of(name).replace("~", "~0").replace("/", "~1");
  }
}
