package io.sallyport.cli;

import io.sallyport.rules.Finding;
import java.util.List;

/**
 * The command ends without what it was asked for. It is an answer, not an accident: no stack trace.
 */
@SuppressWarnings("serial") // never serialized: the command prints it
final class Failed extends RuntimeException {

  /** The answer is no: a refusal, a finding, a package that does not verify. */
  static final int NO = 1;

  /** Nothing was answered: usage, an unreadable file, nobody there. */
  static final int TROUBLE = 2;

  private final int exitCode;
  private final List<Finding> findings;

  Failed(int exitCode, String message, List<Finding> findings) {
    super(message, null, false, false);
    this.exitCode = exitCode;
    this.findings = List.copyOf(findings);
  }

  static Failed trouble(String message) {
    return new Failed(TROUBLE, message, List.of());
  }

  int exitCode() {
    return exitCode;
  }

  List<Finding> findings() {
    return findings;
  }

  /** A line for each finding, or the message. */
  List<String> lines() {
    return findings.isEmpty()
        ? List.of(String.valueOf(getMessage()))
        : findings.stream().map(Finding::toString).toList();
  }
}
