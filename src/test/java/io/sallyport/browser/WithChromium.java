package io.sallyport.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a class out where there is no browser, unless the environment requires one. */
final class WithChromium implements BeforeAllCallback {

  private static final String REQUIRED = "SALLYPORT_BROWSER_REQUIRED";

  @Override
  public void beforeAll(ExtensionContext context) {
    boolean present = Chromium.program().isPresent();
    if (Boolean.parseBoolean(System.getenv(REQUIRED)) && !present) {
      throw new AssertionError(REQUIRED + ", and there is no browser");
    }
    assumeTrue(present, "no browser on this machine");
  }
}
