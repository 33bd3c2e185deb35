package io.sallyport.jobs.scan;

import io.sallyport.rules.Finding;
import io.sallyport.rules.security.ArtifactScan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Known bad content that each scan must refuse before its word counts (F09): a canary that was not
 * caught makes the scan a failed one.
 */
final class Canaries {

  private Canaries() {}

  private record Canary(String name, Format format, String bytes) {}

  private static final List<Canary> ALL =
      List.of(
          new Canary(
              "pickle that calls a shell",
              Format.PICKLE,
              "\u0080\u0004\u008c\u0005posix\u008c\u0006system\u0093\u008c\u0002id\u0085R."),
          new Canary("pickle with INST", Format.PICKLE, "\u0080\u0004(S'id'\niposix\nsystem\n."),
          new Canary("pickle with bytes after its end", Format.PICKLE, "\u0080\u0004N.x"),
          new Canary("model of an unknown class", Format.TRIBUO, "\u0012\u0003a.B"),
          new Canary("JSON that says a name twice", Format.JSON, "{\"a\":1,\"a\":2}"),
          new Canary("tensors with a hole", Format.SAFETENSORS, "\2\0\0\0\0\0\0\0{}hole"));

  /** A finding for each canary that passed. */
  static List<Finding> uncaught() {
    List<Finding> findings = new ArrayList<>();
    for (Canary canary : ALL) {
      if (passes(canary)) {
        findings.add(
            new Finding(
                ArtifactScan.SCANNER_FAILED, canary.name(), "not caught", "every canary refused"));
      }
    }
    return findings;
  }

  private static boolean passes(Canary canary) {
    try {
      canary.format().read(canary.bytes().getBytes(StandardCharsets.ISO_8859_1));
      return true;
    } catch (NotUnderstood caught) {
      return false;
    }
  }
}
