package io.sallyport.gates.pages;

import java.util.List;
import java.util.Optional;

/**
 * What a decider at Gate 2 or 3 sees of the packet.
 *
 * @param technical empty for whoever may not see numbers
 * @param verdict of Gate 1, in words: one bit for everybody
 * @param asked what the submission asks for, a line each
 */
public record GatePacket(
    Optional<TechnicalTable> technical,
    String verdict,
    Optional<SecurityTable> security,
    List<Asked> asked) {

  /** A setting that the submission asks for. */
  public record Asked(String what, String value, boolean mono) {}
}
