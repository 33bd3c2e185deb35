package io.sallyport.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * R02 to R05: whatever is done to our diagrams, none that is accepted holds a forbidden construct.
 */
class AllowListPropertyTest {

  private static final List<Diagram> OURS = OurDiagrams.all();

  /** Said again in other words than the list's, so that one mistake cannot agree with itself. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "<(?:[a-z]+:)?(?:script|connector|inputOutput|executionListener|formData|terminate|escalation"
              + "|signal)|[ :](?:class|type|expression|topic|resource|language|triggeredByEvent"
              + "|candidateUsers|followUpDate|priority|formRef)=|expressionLanguage=\"[^f]"
              + "|<text>[^<\"]*getClass");

  private static final Pattern EVALUATED = Pattern.compile("[#$]\\{([^}]*)}?");
  private static final Pattern QUIET =
      Pattern.compile("[A-Za-z0-9]+(?: (?:==|>=|>|&&|\\|\\|) (?:[A-Za-z0-9]+|'[a-z-]+'))*");

  private static final Set<String> ELSEWHERE =
      Set.of("xsi:type=\"bpmn:tFormalExpression\"", "#{execution.processBusinessKey}");

  record Change(int place, String payload) {}

  @Property(tries = 600)
  void R02_no_accepted_diagram_holds_a_forbidden_construct(
      @ForAll @IntRange(max = 1_000) int which,
      @ForAll("changes") @Size(min = 1, max = 3) List<Change> changes) {
    String text = OurDiagrams.text(OURS.get(which % OURS.size()).file());
    for (Change change : changes) text = changed(text, change);
    if (!isAccepted(text)) return;

    String rest = text;
    for (String plain : ELSEWHERE) rest = rest.replace(plain, "");
    assertThat(FORBIDDEN.matcher(rest).find()).as(rest).isFalse();
    assertThat(EVALUATED.matcher(rest).results().map(AllowListPropertyTest::inside))
        .allMatch(QUIET.asMatchPredicate());
  }

  private static String inside(MatchResult found) {
    return found.group(1).replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&");
  }

  private static boolean isAccepted(String text) {
    return read(text)
        .filter(diagram -> diagram.findings(AllowList.product()).isEmpty())
        .isPresent();
  }

  private static Optional<Diagram> read(String text) {
    try {
      return Optional.of(OurDiagrams.read("any.bpmn", text));
    } catch (Refused refused) {
      return Optional.empty();
    }
  }

  /** Puts an attribute into a tag, an element behind a tag, or a text in the place of a value. */
  private static String changed(String text, Change change) {
    Pattern place =
        change.payload().startsWith("<")
            ? Pattern.compile("(?<=[a-z\"]>)")
            : change.payload().startsWith(" ")
                ? Pattern.compile("(?<=<[a-z]{2,9}:[A-Za-z]{4,30})(?=[ >])")
                : Pattern.compile("(?<=[a-zA-Z]=\")[^\"<>]*(?=\")|(?<=>)[^<>\\s][^<>]*(?=<)");
    List<MatchResult> places = new ArrayList<>();
    Matcher matcher = place.matcher(text);
    while (matcher.find()) places.add(matcher.toMatchResult());
    if (places.isEmpty()) return text;
    MatchResult found = places.get(change.place() % places.size());
    return text.substring(0, found.start()) + change.payload() + text.substring(found.end());
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<String> payloads =
        Arbitraries.of(
            "<bpmn:scriptTask id=\"a\"><bpmn:script>x</bpmn:script></bpmn:scriptTask>",
            "<bpmn:extensionElements><camunda:inputOutput /></bpmn:extensionElements>",
            "<camunda:executionListener event=\"start\" class=\"a.B\" />",
            "<camunda:connector />",
            "<bpmn:terminateEventDefinition />",
            "<bpmn:escalationEventDefinition />",
            "<bpmn:documentation>plain</bpmn:documentation>",
            "<!-- a remark -->",
            " camunda:class=\"a.B\"",
            " camunda:type=\"shell\"",
            " camunda:expression=\"${x}\"",
            " camunda:asyncBefore=\"true\"",
            " triggeredByEvent=\"true\"",
            " expressionLanguage=\"groovy\"",
            " name=\"another name\"",
            "${x.getClass()}",
            "#{x}",
            "${beanFactory}",
            "a harmless word",
            "P30D",
            "tier.getClass()",
            "shell");
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 10_000);
    return payloads.flatMap(payload -> places.map(place -> new Change(place, payload))).list();
  }
}
