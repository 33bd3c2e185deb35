package io.sallyport.custody.proof;

import io.sallyport.rules.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that an outsider needs to verify one model version offline (S08, F12, R30): its facts,
 * envelopes and documents as exact bytes, the public keys, and a manifest with the digest of each.
 * The same facts give the same bytes.
 *
 * <pre>
 * documents/&lt;sha256&gt;.json   evaluation, scan, processing report, decision packets
 * envelopes/&lt;sha256&gt;.json   signed statements (DSSE)
 * facts/0001.json …         the exact bytes of each fact, by its ordinal
 * keys/evidence-&lt;id&gt;.pem    the keys that signed the envelopes, by the id that these name
 * keys/realm-&lt;sha256&gt;.json  keys of the realm that signed people's ID tokens (JWK)
 * realm/0001.json …         the facts about those keys: when each was first seen
 * manifest.json             subject, number of facts, digest of the last, digest of each file
 * </pre>
 *
 * In format 1, which is read as well, one key signed all envelopes: {@code keys/evidence.pem}.
 *
 * @param files by name, all but the manifest
 */
public record EvidencePackage(Manifest manifest, SortedMap<String, Bytes> files) {

  static final String MANIFEST = "manifest.json";
  static final String REALM = "realm/";

  /** Bytes of a package that is read; what is larger was not made by this product. */
  public static final int SIZE_BYTES_MAX = 256 << 20;

  public EvidencePackage {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * Exact bytes of facts, in the order of their ordinals.
   *
   * @param version about the version
   * @param realm about the realm's keys
   */
  public record Facts(List<Bytes> version, List<Bytes> realm) {}

  /**
   * Puts a package together.
   *
   * @param envelopes exact bytes
   * @param documents exact bytes of JSON documents that facts name by digest
   * @param evidenceKeys those that are known: what no envelope names is left out
   */
  public static EvidencePackage of(
      Facts facts,
      Collection<Bytes> envelopes,
      Collection<Bytes> documents,
      Collection<PublicKey> evidenceKeys) {
    SortedMap<String, Bytes> files = new TreeMap<>();
    put(files, "facts/", facts.version());
    put(files, REALM, RealmKeys.needed(facts.realm(), envelopes));
    documents.forEach(document -> files.put(documentFile(document.digest().hex()), document));
    for (Bytes envelope : envelopes) {
      files.put(envelopeFile(envelope.digest().hex()), envelope);
      RealmKeys.in(envelope).ifPresent(key -> files.put(RealmKeys.file(key), key));
    }
    Set<String> named = EvidenceKeys.named(envelopes);
    for (PublicKey key : evidenceKeys) {
      if (named.contains(Envelope.keyId(key))) {
        files.put(EvidenceKeys.file(key), Bytes.utf8(Pem.of(key)));
      }
    }
    return new EvidencePackage(Manifest.of(files), files);
  }

  private static void put(SortedMap<String, Bytes> files, String folder, List<Bytes> facts) {
    for (int i = 0; i < facts.size(); i++) {
      files.put(inFolder(folder, i + 1), facts.get(i));
    }
  }

  /** Writes the zip; the same package gives the same bytes. */
  public void write(OutputStream out) throws IOException {
    SortedMap<String, Bytes> all = new TreeMap<>(files);
    all.put(MANIFEST, Bytes.of(manifest.toBytes()));
    out.write(
        StoredZip.write(
            all.entrySet().stream()
                .map(file -> new StoredZip.Entry(file.getKey(), file.getValue()))
                .toList()));
  }

  /**
   * Reads a package. Nothing is verified yet but that each byte is where {@link #write} puts it.
   *
   * @throws Refused names the file whose bytes were changed
   */
  public static EvidencePackage read(InputStream in) {
    SortedMap<String, Bytes> files = new TreeMap<>();
    StoredZip.read(limited(in)).forEach(entry -> files.put(entry.name(), entry.content()));
    Bytes manifest = files.remove(MANIFEST);
    if (manifest == null) {
      throw new Refused("package/manifest-is-there", MANIFEST, "missing", "a manifest");
    }
    return new EvidencePackage(Manifest.read(manifest), files);
  }

  private static byte[] limited(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(SIZE_BYTES_MAX + 1);
      if (bytes.length > SIZE_BYTES_MAX) {
        String limit = "at most " + SIZE_BYTES_MAX + " bytes";
        throw new Refused("package/is-small-enough", "package.zip", "larger", limit);
      }
      return bytes;
    } catch (IOException broken) {
      throw new UncheckedIOException("Reading the package", broken);
    }
  }

  /** The model version that the package is about. */
  public String subject() {
    return manifest.subject();
  }

  /** The document with this digest. */
  public Optional<Bytes> document(String sha256) {
    return Optional.ofNullable(files.get(documentFile(sha256)));
  }

  /** The envelope with this digest. */
  public Optional<Bytes> envelope(String sha256) {
    return Optional.ofNullable(files.get(envelopeFile(sha256)));
  }

  /** The evidence keys that the package brings along: they prove nothing about who made it. */
  public List<PublicKey> ownKeys() {
    List<PublicKey> keys =
        files.entrySet().stream()
            .filter(file -> file.getKey().startsWith("keys/evidence"))
            .map(file -> Pem.read(file.getKey(), file.getValue().toUtf8()))
            .toList();
    if (keys.isEmpty()) {
      throw new Refused("package/key-is-there", "keys/evidence-*.pem", "missing", "a public key");
    }
    return keys;
  }

  static String factFile(int ordinal) {
    return inFolder("facts/", ordinal);
  }

  private static String inFolder(String folder, int ordinal) {
    return "%s%04d.json".formatted(folder, ordinal);
  }

  static String envelopeFile(String sha256) {
    return "envelopes/" + sha256 + ".json";
  }

  /** Where the document with this digest lies. */
  public static String documentFile(String sha256) {
    return "documents/" + sha256 + ".json";
  }
}
