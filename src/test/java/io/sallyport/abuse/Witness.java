package io.sallyport.abuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * Sees whether a payload ran: being made, or called, leaves a system property; a command leaves a
 * file. Reached as attackers reach classes, by name alone.
 */
public class Witness implements JavaDelegate {

  static final Path FILE = Path.of("target/hostile-was-here").toAbsolutePath();

  /** Makes a witness from within any text that the engine evaluates: no bean is needed. */
  static final String EXPRESSION =
      "${''.getClass().forName('io.sallyport.abuse.Witness').newInstance().touch()}";

  private static final String PROPERTY = "sallyport.hostile-was-here";

  /** Made by the engine, or by an expression. */
  public Witness() {
    touch();
  }

  /** Leaves the trace, too. */
  public final String touch() {
    System.setProperty(PROPERTY, "true");
    return "1";
  }

  @Override
  public void execute(DelegateExecution execution) {
    touch();
  }

  static boolean wasTouched() {
    return System.getProperty(PROPERTY) != null || Files.exists(FILE);
  }

  static void forget() {
    System.clearProperty(PROPERTY);
    try {
      Files.deleteIfExists(FILE);
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
