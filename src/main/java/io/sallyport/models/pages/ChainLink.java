package io.sallyport.models.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.custody.RecordedFact;
import io.sallyport.models.Lineage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A link of the chain from the data to the registry (S07, S08).
 *
 * @param digest SHA-256 of what the link is about; joints are equal digests
 */
record ChainLink(boolean done, String what, String text, String mono, String digest) {

  /** {@code over}: whether a link that is missing will never come. */
  static List<ChainLink> of(Lineage lineage, boolean over) {
    List<ChainLink> chain = new ArrayList<>();
    chain.add(link(lineage.newest(Lineage.DATA_COPIED), "Data", over, ChainLink::data));
    chain.add(link(lineage.newest(Lineage.HELD_OUT_SET_FIXED), "Split", over, ChainLink::split));
    chain.add(link(lineage.newest(Lineage.TRAINED), "Training", over, ChainLink::training));
    chain.add(link(lineage.newest(Lineage.TRAINED), "Artifact", over, ChainLink::artifact));
    chain.add(link(lineage.newest(Lineage.REGISTERED), "Registry", over, ChainLink::registry));
    return chain;
  }

  private interface Words {
    ChainLink of(JsonNode payload);
  }

  private static ChainLink link(
      Optional<RecordedFact> fact, String what, boolean over, Words words) {
    return fact.map(recorded -> words.of(recorded.payload()))
        .orElseGet(() -> new ChainLink(false, what, over ? WayStop.NEVER : "not yet", "", ""));
  }

  private static ChainLink data(JsonNode payload) {
    JsonNode source = payload.path("source");
    return new ChainLink(
        true,
        "Data",
        bytes(source) + ", copied by exact version",
        source.path("from").asText() + " @ " + source.path("versionId").asText(),
        source.path("sha256").asText());
  }

  private static String bytes(JsonNode stored) {
    return String.format(Locale.ROOT, "%,d bytes", stored.path("sizeBytes").asLong());
  }

  private static ChainLink split(JsonNode payload) {
    return new ChainLink(
        true,
        "Split",
        String.format(
            Locale.ROOT,
            "%,d rows to train, %,d held out, fixed before training",
            payload.path("trainRows").asLong(),
            payload.path("holdoutRows").asLong()),
        "",
        payload.path("train").path("sha256").asText());
  }

  private static ChainLink training(JsonNode payload) {
    return new ChainLink(
        true,
        "Training",
        "script " + payload.path("scriptVersion").asText(),
        payload.path("trainingImage").asText().replaceFirst("^[^/@]+/", ""),
        "");
  }

  private static ChainLink artifact(JsonNode payload) {
    return new ChainLink(
        true,
        "Artifact",
        "model.tar.gz, " + bytes(payload),
        "",
        payload.path("modelDigest").asText());
  }

  private static ChainLink registry(JsonNode payload) {
    return new ChainLink(
        true,
        "Registry",
        "package version " + payload.path("modelPackageVersion").asText(),
        payload.path("modelPackageArn").asText(),
        "");
  }
}
