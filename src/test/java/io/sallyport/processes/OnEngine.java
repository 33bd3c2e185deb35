package io.sallyport.processes;

import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class the shared engine, ends each test at the real time, and keeps what the class
 * went through.
 */
public final class OnEngine implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    init(Engine.shared().bean(ProcessEngine.class));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ClockUtil.reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Trails.keep(context.getRequiredTestClass(), Seen.by(Engine.shared()));
  }
}
