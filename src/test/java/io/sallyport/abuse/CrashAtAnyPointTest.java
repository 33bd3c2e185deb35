package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.abuse.CrashPoints.Kind;
import io.sallyport.aws.objects.Keys;
import io.sallyport.custody.Evidence;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.EvidencePackage;
import io.sallyport.custody.proof.RealmKeys;
import io.sallyport.custody.proof.Verification;
import io.sallyport.custody.proof.Verification.Trust;
import io.sallyport.local.LocalParts;
import io.sallyport.local.aws.events.Disorder;
import io.sallyport.rules.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ApplicationContext;

/**
 * Row 22 within one JVM: a whole story, cut at twelve points that a seed draws from all that were
 * counted; and row 26 on the way. Another seed: {@code -Dsallyport.crash-seed=7}.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashAtAnyPointTest {

  private static final long SEED = Long.getLong("sallyport.crash-seed", 22);

  private final LocalParts parts = LocalParts.shared();
  private Map<Kind, Integer> counted = Map.of();
  private Remains undisturbed;

  @Test
  @Order(1)
  void R26_events_that_come_twice_late_and_out_of_order_change_nothing_twice() {
    CrashPoints points = CrashPoints.none();
    parts.aws().backstage().events().disorder(new Disorder(2, Duration.ofSeconds(2), true));
    try (MortalNodes nodes = new MortalNodes(parts, points)) {
      undisturbed = told(nodes, "restless-cover");
    } finally {
      parts.aws().backstage().events().disorder(Disorder.none());
    }
    counted = points.passed();
    assertThat(undisturbed.facts()).containsExactlyElementsOf(Remains.FACTS_OF_A_PROMOTION);
    assertThat(undisturbed.periods()).containsExactly("open");
  }

  @Test
  @Order(2)
  void R22_a_story_that_is_cut_at_twelve_points_ends_like_one_that_is_not() {
    CrashPoints points = CrashPoints.drawn(new Random(SEED), counted);
    String about = "seed " + SEED + ", " + points.due();
    System.out.println(about);
    try (MortalNodes nodes = new MortalNodes(parts, points)) {
      Remains cut = told(nodes, "fallen-cover");

      assertThat(points.due()).as(about).isEmpty();
      assertThat(nodes.started()).as(about).isEqualTo(1 + 12);
      assertThat(cut).as(about).isEqualTo(undisturbed);
    }
  }

  private Remains told(MortalNodes nodes, String model) {
    List<String> before = Remains.resources(parts);
    String version = WholeStory.tell(nodes, model);
    List<Finding> wrong = nodes.ask(node -> wrong(node, version));
    assertThat(wrong).isEmpty();
    assertThat(WholeStory.answer(nodes, model)).contains("\"label\":\"grey_soil\"");
    return Remains.of(model, parts, before);
  }

  /**
   * All that an outsider finds wrong with facts and envelopes. The proof of the step-up was given,
   * so it proves nothing; documents are left out.
   */
  private static List<Finding> wrong(ApplicationContext node, String version) {
    EvidencePackage.Facts facts =
        new EvidencePackage.Facts(facts(node, version), facts(node, RealmKeys.SUBJECT));
    List<Bytes> envelopes =
        node.getBean(Evidence.class).about(version).stream()
            .map(envelope -> Bytes.of(envelope.toBytes()))
            .toList();
    var key = node.getBean(Keys.class).publicKey();
    EvidencePackage packed = EvidencePackage.of(facts, envelopes, List.of(), List.of(key));
    return Verification.of(packed, Trust.in(key)).findings().stream()
        .filter(finding -> !finding.rule().startsWith("decision/"))
        .filter(finding -> !finding.rule().equals("custody/each-joint-has-its-documents"))
        .toList();
  }

  private static List<Bytes> facts(ApplicationContext node, String subject) {
    return node.getBean(Ledger.class).facts(subject).stream().map(RecordedFact::bytes).toList();
  }
}
