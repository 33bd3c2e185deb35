package io.sallyport.local.aws.policy;

/** Patterns with {@code *} for any run of characters and {@code ?} for one. */
final class Wildcard {

  private Wildcard() {}

  /** Without recursion: on a mismatch the last star takes one character more. */
  static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      boolean same =
          p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t));
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (same) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
