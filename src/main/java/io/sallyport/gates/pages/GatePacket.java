package io.sallyport.gates.pages;

import java.util.Optional;

/**
 * What a decider at Gate 2 or 3 sees of the packet.
 *
 * @param technical empty for whoever may not see numbers
 * @param verdict of Gate 1, in words: one bit for everybody
 * @param comparison what is asked for, beside the version in service
 */
public record GatePacket(
    Optional<TechnicalTable> technical,
    String verdict,
    Optional<SecurityTable> security,
    Comparison comparison) {}
