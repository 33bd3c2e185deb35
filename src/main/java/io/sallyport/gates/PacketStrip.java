package io.sallyport.gates;

import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Moment;
import io.sallyport.authority.TaskView.Fact;
import io.sallyport.gates.pages.Comparison;
import io.sallyport.gates.pages.GatePacket;
import io.sallyport.gates.pages.SecurityTable;
import io.sallyport.gates.pages.TechnicalTable;
import io.sallyport.rules.boundary.Submission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The few facts that a decider at Gate 2 or 3 sees first. */
final class PacketStrip {

  private PacketStrip() {}

  /**
   * The strip.
   *
   * @param needed signatures that the tier needs
   */
  static List<Fact> of(GatePacket packet, Submission asked, DecisionRequest request, int needed) {
    List<Fact> strip = new ArrayList<>();
    strip.add(
        packet
            .technical()
            .map(PacketStrip::technical)
            .orElseGet(() -> withoutNumbers(packet.verdict())));
    packet.security().map(PacketStrip::security).ifPresent(strip::add);
    strip.add(against(packet).orElseGet(() -> ends(asked)));
    strip.add(signatures(request.signed().size(), needed));
    return strip;
  }

  private static Fact technical(TechnicalTable table) {
    String note =
        table.closeCalls().isEmpty()
            ? "look " + table.look() + " of " + table.maximumLooks()
            : "close call: " + String.join(", ", table.closeCalls());
    return new Fact(table.state(), "Gate 1, technical", table.summary(), note);
  }

  private static Fact withoutNumbers(String verdict) {
    String words = Character.toUpperCase(verdict.charAt(0)) + verdict.substring(1);
    return new Fact("ok", "Gate 1, technical", words, "numbers are for the authority");
  }

  private static Fact security(SecurityTable table) {
    String passed = table.passed().size() + " checks passed";
    if (table.findings() == 0) return new Fact("ok", "Gate 2, security", "No finding", passed);
    String found = table.findings() == 1 ? "1 finding" : table.findings() + " findings";
    return new Fact("watch", "Gate 2, security", found, passed);
  }

  private static Optional<Fact> against(GatePacket packet) {
    Comparison comparison = packet.comparison();
    return packet
        .technical()
        .filter(TechnicalTable::isCompared)
        .map(
            table ->
                new Fact(
                    table.isWorse() ? "watch" : "ok",
                    "Against " + comparison.version() + ", in service",
                    table.againstInService(),
                    changes(comparison.differences().size())));
  }

  private static String changes(int count) {
    return count == 1 ? "1 setting changes" : count + " settings change";
  }

  private static Fact ends(Submission asked) {
    int callers = asked.endpoint().consumers().size();
    return new Fact(
        "",
        "Authorization ends",
        Moment.date(LocalDate.parse(asked.envelope().expires())),
        callers == 1 ? "1 principal may call it" : callers + " principals may call it");
  }

  private static Fact signatures(int signed, int needed) {
    return new Fact(
        "you",
        "Signatures",
        signed + " of " + needed,
        signed + 1 >= needed ? "Yours completes it" : "Others sign beside you");
  }
}
