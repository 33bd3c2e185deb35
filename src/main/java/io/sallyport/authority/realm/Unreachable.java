package io.sallyport.authority.realm;

/**
 * The sign-in server does not answer, or not as it should. Nothing was decided or recorded; trying
 * again later helps (the edge answers 503).
 */
@SuppressWarnings("serial") // never serialized
public final class Unreachable extends RuntimeException {

  public Unreachable(String what, Throwable cause) {
    super(what, cause);
  }

  public Unreachable(String what) {
    super(what);
  }
}
