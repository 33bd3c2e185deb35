package io.sallyport.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** Leaves a class out where there is no browser, and closes the browser after the last class. */
final class WithChromium implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(Chromium.program().isPresent(), "no browser on this machine");
    CloseableResource closing = () -> Chromium.shared().close();
    context
        .getRoot()
        .getStore(Namespace.create(Chromium.class))
        .getOrComputeIfAbsent(Chromium.class, once -> closing);
  }
}
