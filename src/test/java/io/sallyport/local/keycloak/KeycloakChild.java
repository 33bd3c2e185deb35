package io.sallyport.local.keycloak;

import java.io.IOException;

/**
 * Runs in the server's JVM: starts Keycloak, and ends the JVM as soon as the parent's end of the
 * standard input is closed. So no server is left behind, not even when the parent is killed.
 *
 * <p>It is copied alone onto the server's class path: it may use nothing but the JDK, and finds the
 * server's entry point by name, because that is no library of ours.
 */
final class KeycloakChild {

  private static final String ENTRY_POINT = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  private KeycloakChild() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread watch = new Thread(KeycloakChild::endWithParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    Class.forName(ENTRY_POINT).getMethod("main", String[].class).invoke(null, (Object) arguments);
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // the parent never writes
      }
    } catch (IOException e) {
      System.err.println("The parent cannot be watched any more: " + e.getMessage());
    }
    System.exit(0);
  }
}
