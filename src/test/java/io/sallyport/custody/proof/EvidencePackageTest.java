package io.sallyport.custody.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.custody.proof.Verification.Trust;
import io.sallyport.rules.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class EvidencePackageTest {

  private final PromotedVersion version = PromotedVersion.plain();
  private final EvidencePackage packed = version.packed();

  @Test
  void S08_the_same_facts_give_the_same_bytes_and_the_bytes_the_same_package() throws IOException {
    EvidencePackage again =
        EvidencePackage.of(
            new EvidencePackage.Facts(version.facts, version.realmFacts),
            version.envelopes.stream()
                .sorted((a, b) -> b.toBase64().compareTo(a.toBase64()))
                .toList(),
            version.documents,
            List.of(version.key()));

    assertThat(zip(again)).isEqualTo(zip(packed));
    assertThat(EvidencePackage.read(new ByteArrayInputStream(zip(packed)))).isEqualTo(packed);
  }

  @Test
  void S08_any_zip_tool_reads_a_package() throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zip(packed)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        if (!entry.getName().equals("manifest.json")) {
          assertThat(zip.readAllBytes()).isEqualTo(packed.files().get(entry.getName()).toArray());
        }
      }
    }

    assertThat(names).isSorted().contains("facts/0001.json", keyFile(), "manifest.json");
    assertThat(names).hasSize(packed.files().size() + 1);
  }

  @Test
  void S08_only_the_keys_that_an_envelope_names_are_handed_out() throws IOException {
    PublicKey never = ExampleKeys.keyPair().getPublic();
    EvidencePackage again =
        EvidencePackage.of(
            new EvidencePackage.Facts(version.facts, version.realmFacts),
            version.envelopes,
            version.documents,
            List.of(never, version.key()));

    assertThat(again.ownKeys()).containsExactly(version.key());
    assertThat(zip(again)).isEqualTo(zip(packed));
  }

  @Test
  void S08_a_package_of_the_first_format_is_read_with_its_one_key() throws IOException {
    EvidencePackage old = inFormat1();

    EvidencePackage read = EvidencePackage.read(new ByteArrayInputStream(zip(old)));

    assertThat(read).isEqualTo(old);
    assertThat(read.ownKeys()).containsExactly(version.key());
    assertThat(Verification.of(read, Trust.in(version.key())).findings()).isEmpty();
  }

  @Test
  void R30_one_changed_byte_anywhere_is_refused_and_its_file_is_named() throws IOException {
    byte[] good = zip(packed);
    List<StoredZip.Entry> entries = StoredZip.read(good);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      int at = random.nextInt(good.length);
      byte[] bad = good.clone();
      bad[at] ^= (byte) (1 + random.nextInt(255));

      assertThatThrownBy(() -> EvidencePackage.read(new ByteArrayInputStream(bad)))
          .as("seed %d, byte %d", seed, at)
          .isInstanceOf(Refused.class)
          .hasMessageContaining(owner(entries, at));
    }
  }

  @Test
  void R30_each_byte_of_the_headers_and_of_the_directory_counts() throws IOException {
    byte[] good = zip(packed);
    List<StoredZip.Entry> entries = StoredZip.read(good);
    int files = entries.stream().mapToInt(e -> 30 + e.name().length() + e.content().length()).sum();
    int header = 30 + entries.get(0).name().length();
    for (int at = 0; at < good.length; at = at == header ? files : at + 1) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;

      assertThatThrownBy(() -> EvidencePackage.read(new ByteArrayInputStream(bad)))
          .as("byte %d", at)
          .hasMessageContaining(owner(entries, at));
    }
  }

  @Test
  void R30_what_is_cut_off_or_added_is_refused() throws IOException {
    byte[] good = zip(packed);
    for (int size : new int[] {0, 3, 29, 100, good.length - 1, good.length + 1}) {
      byte[] bad = Arrays.copyOf(good, size);
      assertThatThrownBy(() -> EvidencePackage.read(new ByteArrayInputStream(bad)))
          .as("%d bytes", size)
          .isInstanceOf(Refused.class);
    }
  }

  /** As it was exported when there was one evidence key only. */
  private EvidencePackage inFormat1() {
    SortedMap<String, Bytes> files = new TreeMap<>(packed.files());
    files.put("keys/evidence.pem", files.remove(keyFile()));
    Manifest now = Manifest.of(files);
    String first = "sallyport-evidence-package/1";
    return new EvidencePackage(
        new Manifest(first, now.subject(), now.facts(), now.head(), now.digests()), files);
  }

  private String keyFile() {
    return "keys/evidence-" + Envelope.keyId(version.key()) + ".pem";
  }

  /** Whose byte it is, computed from the layout of a zip and not by the code that is tested. */
  private static String owner(List<StoredZip.Entry> entries, int at) {
    int end = 0;
    for (StoredZip.Entry entry : entries) {
      end += 30 + entry.name().length() + entry.content().length();
      if (at < end) return entry.name();
    }
    for (StoredZip.Entry entry : entries) {
      end += 46 + entry.name().length();
      if (at < end) return entry.name();
    }
    return "package.zip";
  }

  static byte[] zip(EvidencePackage packed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    packed.write(bytes);
    return bytes.toByteArray();
  }
}
