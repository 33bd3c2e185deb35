package io.sallyport.jobs.scan;

import io.sallyport.jobs.Sha256;
import io.sallyport.rules.Finding;
import io.sallyport.rules.security.ArtifactScan;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scans a model artifact (S10): allow-list of formats, read to the last byte, never loaded. What is
 * not understood is a finding; so is a failure of the scanner itself, and a canary that it let
 * pass.
 */
public final class ArtifactScanner {

  private static final String ARTIFACT = "model.tar.gz";
  private static final Set<String> REFERENCE = Set.of("model.pb", "schema.json", "manifest.json");

  private final List<ArtifactScan.Member> members = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private boolean model;

  private ArtifactScanner() {}

  /** The scan of this artifact; an {@link IOException} means that the machine failed. */
  public static ArtifactScan scan(Path artifact) throws IOException {
    ArtifactScanner scanner = new ArtifactScanner();
    scanner.guarded("canaries", () -> scanner.findings.addAll(Canaries.uncaught()));
    scanner.guarded(ARTIFACT, () -> scanner.archive(artifact));
    MessageDigest digest = Sha256.digest();
    try (InputStream in = Files.newInputStream(artifact);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      return new ArtifactScan(
          HexFormat.of().formatHex(digest(in, out, digest)),
          Files.size(artifact),
          scanner.members,
          scanner.findings);
    }
  }

  private static byte[] digest(InputStream in, OutputStream out, MessageDigest digest)
      throws IOException {
    in.transferTo(out);
    return digest.digest();
  }

  /** A part of the scan, which may not end in silence. */
  private interface Part {
    void run() throws NotUnderstood, IOException;
  }

  private void guarded(String subject, Part part) throws IOException {
    try {
      part.run();
    } catch (NotUnderstood refused) {
      findings.add(refused.finding(subject));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      findings.add(
          new Finding(
              ArtifactScan.SCANNER_FAILED,
              subject,
              "failed with " + failure.getClass().getSimpleName(),
              "a finished scan"));
    }
  }

  private void archive(Path artifact) throws NotUnderstood, IOException {
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(artifact));
        GzipStream gzip = new GzipStream(packed)) {
      TarArchive archive = new TarArchive(gzip);
      for (Optional<TarArchive.Member> next = archive.next();
          next.isPresent();
          next = archive.next()) {
        member(next.get());
      }
    }
    wholeSet();
  }

  private void member(TarArchive.Member member) throws IOException {
    String subject = ARTIFACT + "!" + member.name();
    int before = findings.size();
    List<Format> read = new ArrayList<>();
    guarded(subject, () -> read.add(format(member)));
    model |= read.stream().anyMatch(Format::isModel);
    members.add(
        new ArtifactScan.Member(
            member.name(),
            member.content().length,
            Sha256.hex(member.content()),
            findings.size() > before ? "not understood" : read.get(0).inWords()));
  }

  private static Format format(TarArchive.Member member) throws NotUnderstood {
    Optional<Format> format = Format.of(member.name());
    Optional<String> packed = Packed.kind(member.content());
    if (packed.isPresent() && !format.equals(Optional.of(Format.TORCH))) {
      throw new NotUnderstood("format", packed.get() + " inside", "nothing packed again");
    }
    if (format.isEmpty()) {
      throw new NotUnderstood("format", "of no known ending", "formats of the allow-list");
    }
    return format.get().read(member.content());
  }

  private void wholeSet() throws NotUnderstood {
    Set<String> names = members.stream().map(ArtifactScan.Member::name).collect(Collectors.toSet());
    if (names.contains("model.pb") && !names.equals(REFERENCE)) {
      throw new NotUnderstood(
          "members",
          "with the files " + names.stream().sorted().toList(),
          "exactly " + REFERENCE.stream().sorted().toList());
    }
    if (!model && findings.isEmpty()) {
      throw new NotUnderstood("members", "without a model", "a model");
    }
  }
}
