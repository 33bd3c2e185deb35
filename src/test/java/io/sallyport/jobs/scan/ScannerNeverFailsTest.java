package io.sallyport.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import io.sallyport.rules.security.ArtifactScan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** S10, F09: whatever the bytes, the scan ends with an answer, and its canaries are caught. */
class ScannerNeverFailsTest {

  private static final long SEED = 20261125;
  private static final int TRIES = 120;

  @Test
  void F09_every_canary_is_caught() {
    assertThat(Canaries.uncaught()).isEmpty();
  }

  @Test
  void S10_flipped_bytes_of_a_clean_artifact_never_break_the_scanner() {
    byte[] clean =
        CleanArtifactTest.reference(TrainedModels.bytes(TrainedModels.all().get("linear"))).gzip();
    Random random = new Random(SEED);
    for (int round = 0; round < TRIES; round++) {
      byte[] spoilt = spoilt(clean, random);
      List<Finding> findings = Scans.of(spoilt).findings();
      assertThat(findings).as("seed %d round %d", SEED, round).noneMatch(this::failure);
    }
  }

  @Test
  void S10_flipped_bytes_of_each_format_never_break_the_scanner() {
    Random random = new Random(SEED);
    for (Map.Entry<String, byte[]> member : members().entrySet()) {
      for (int round = 0; round < TRIES; round++) {
        byte[] artifact = TarGz.of(member.getKey(), spoilt(member.getValue(), random));
        assertThat(Scans.of(artifact).findings())
            .as("%s seed %d round %d", member.getKey(), SEED, round)
            .noneMatch(this::failure);
      }
    }
  }

  @Test
  void S10_random_bytes_are_refused() {
    Random random = new Random(SEED);
    for (int round = 0; round < TRIES; round++) {
      byte[] noise = new byte[random.nextInt(2000)];
      random.nextBytes(noise);
      assertThat(Scans.of(noise).findings()).as("round %d", round).isNotEmpty();
      assertThat(Scans.of(TarGz.of("model.pkl", noise)).findings()).isNotEmpty();
    }
  }

  private static Map<String, byte[]> members() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("model.pb", TrainedModels.bytes(TrainedModels.all().get("linear")));
    members.put("model.pkl", Pickles.clean());
    members.put("model.pt", Zips.of(Zips.torch()));
    members.put(
        "model.safetensors",
        SafeTensorsTest.file(
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", 16));
    members.put("model.json", "{\"learner\":{},\"version\":[2]}".getBytes(StandardCharsets.UTF_8));
    return members;
  }

  private static byte[] spoilt(byte[] clean, Random random) {
    byte[] spoilt = clean.clone();
    for (int flip = 0; flip <= random.nextInt(3); flip++) {
      spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(spoilt, random.nextInt(spoilt.length)) : spoilt;
  }

  private boolean failure(Finding finding) {
    return finding.rule().equals(ArtifactScan.SCANNER_FAILED);
  }
}
