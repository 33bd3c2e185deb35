package io.sallyport.processes;

import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * Gives a test class the shared engine and ends each test at the real time. When the last test of
 * the JVM is done, it prints what all of them covered.
 */
public final class OnEngine implements BeforeAllCallback, AfterEachCallback {

  private static final Set<Class<?>> RAN =
      new ConcurrentSkipListSet<>(Comparator.comparing(Class::getName));

  /** The classes that have begun in this JVM. */
  static Set<Class<?>> ran() {
    return RAN;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    init(Engine.shared().bean(ProcessEngine.class));
    RAN.add(context.getRequiredTestClass());
    context
        .getRoot()
        .getStore(Namespace.create(OnEngine.class))
        .getOrComputeIfAbsent("coverage", key -> (CloseableResource) OnEngine::print);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ClockUtil.reset();
  }

  private static void print() {
    System.out.println(Coverage.of(Engine.shared()).table());
  }
}
