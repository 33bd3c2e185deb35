package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.AuthorizationHistory.Asked;
import io.sallyport.rules.authorization.AuthorizationHistory.Past;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorizationHistoryTest {

  static final Asked ASKED = new Asked("d1", "2027-06-01");
  static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");
  private static final List<Past> STORY =
      List.of(
          past(
              "model-version-submitted",
              "emil",
              "{'program':'sentinel','tier':'significant','submission':{'endpoint':{"
                  + "'consumers':['person:p1','person:p2','person:p3'],"
                  + "'minimumInstances':1,'maximumInstances':3}}}"),
          floored("significant", 10),
          past("security-checked", "", "{'modelDigest':'d1','builders':['ivan'],'findings':[]}"),
          past("gate-2-passed", "", "{'modelDigest':'d1','verdict':'pass'}"),
          named("significant", 2));

  private static final String REVIEWERS = "/programs/sentinel/security-reviewer";
  private static final Past REVIEW =
      past("gate-2-passed", "", "{'modelDigest':'d1','verdict':'review'}");

  @Test
  void S11_two_signatures_of_named_authorities_authorize() {
    assertThat(judged(signed("alice"), signed("bob"))).isEmpty();
  }

  @Test
  void S11_without_the_second_signature_the_quorum_is_missed() {
    assertThat(judged(signed("alice")))
        .extracting(Finding::rule)
        .containsExactly("authorization/enough-authorities-approved");
  }

  @Test
  void S11_a_quorum_that_a_variable_or_a_table_made_too_small_is_refused() {
    assertThat(judged(named("significant", 1), signed("alice")))
        .extracting(Finding::toString)
        .containsExactly(
            "authorization/the-quorum-reaches-the-tiers-least: approvals needed is 1; the limit is"
                + " at least 2 in tier significant");
  }

  @Test
  void S09_floors_of_another_tier_or_too_many_looks_are_refused() {
    assertThat(judged(floored("routine", 10), signed("alice"), signed("bob")))
        .extracting(Finding::rule)
        .containsExactly("authorization/the-first-gate-asked-for-enough");
    assertThat(judged(floored("significant", 1_000), signed("alice"), signed("bob")))
        .extracting(Finding::subject)
        .containsExactly("the floor of looks at one held-out set");
  }

  @Test
  void S11_a_tier_that_a_diagram_made_smaller_is_refused() {
    assertThat(judged(named("routine", 1), signed("alice")))
        .extracting(Finding::rule)
        .containsExactly(
            "authorization/the-tier-is-the-submitted-one",
            "authorization/the-quorum-reaches-the-tiers-least");
  }

  @Test
  void S10_what_a_reviewer_recommended_by_signature_is_authorized() {
    assertThat(
            judged(found(), recommended("d1", REVIEWERS), REVIEW, signed("alice"), signed("bob")))
        .isEmpty();
  }

  @Test
  void S10_a_review_that_nobody_of_the_programs_reviewers_signed_for_it_is_refused() {
    for (Past other :
        List.of(
            recommended("d2", REVIEWERS),
            recommended("d1", "/programs/harbor/security-reviewer"),
            past("decision-reminded", "rita", "{'modelDigest':'d1'}"))) {
      assertThat(judged(found(), other, REVIEW, signed("alice"), signed("bob")))
          .extracting(Finding::rule)
          .containsExactly("authorization/the-findings-passed-or-were-reviewed");
    }
  }

  @Test
  void S10_a_new_check_makes_what_was_said_before_void() {
    Past review = recommended("d1", REVIEWERS);

    assertThat(judged(found(), review, REVIEW, found(), signed("alice"), signed("bob")))
        .extracting(finding -> finding.rule() + ": " + finding.value())
        .containsExactly("authorization/the-findings-passed-or-were-reviewed: without a verdict");
    assertThat(judged(found(), review, found(), REVIEW, signed("alice"), signed("bob"))).hasSize(1);
  }

  @Test
  void S10_a_check_without_a_list_of_findings_is_none() {
    Past checked = past("security-checked", "", "{'modelDigest':'d1'}");
    Past passed = past("gate-2-passed", "", "{'modelDigest':'d1','verdict':'pass'}");

    assertThat(judged(checked, passed, signed("alice"), signed("bob")))
        .extracting(Finding::value)
        .containsExactly("without a check");
  }

  @Test
  void F06_a_signature_of_whoever_submitted_or_built_is_found_though_enough_others_signed() {
    assertThat(judged(signed("alice"), signed("bob"), signed("emil"), signed("ivan")))
        .extracting(finding -> finding.rule() + ": " + finding.subject())
        .containsExactly(
            "authorization/only-named-authorities-signed: emil",
            "authorization/only-named-authorities-signed: ivan",
            "authorization/the-signers-had-no-part: emil",
            "authorization/the-signers-had-no-part: ivan");
  }

  @Test
  void F06_a_reviewer_of_the_findings_does_not_sign_even_where_named() {
    Past reviewed =
        past("decision-signed", "bob", "{'task':'review-findings','outcome':'recommend'}");

    assertThat(judged(reviewed, signed("alice"), signed("bob")))
        .extracting(Finding::toString)
        .containsExactly(
            "authorization/the-signers-had-no-part: bob is someone who reviewed its findings; the"
                + " limit is someone without a part");
  }

  @Test
  void F32_the_narrowest_limits_bind() {
    AuthorizationHistory history =
        history(
            limited("alice", "2027-03-01", "person:p1\\nperson:p2"),
            limited("bob", "2027-04-01", "person:p2\\nperson:p3"));

    assertThat(history.terms(ASKED.expires()))
        .isEqualTo(new Terms(Instant.parse("2027-03-01T00:00:00Z"), List.of("person:p2"), 1, 3));
  }

  private static List<Finding> judged(Past... more) {
    return AuthorizationRules.BOOK.check(history(more).facts(ASKED, AT));
  }

  /** A version of two gates passed and two authorities named, and what came later. */
  static AuthorizationHistory history(Past... more) {
    List<Past> facts = new ArrayList<>(STORY);
    facts.addAll(List.of(more));
    return new AuthorizationHistory(facts);
  }

  /** The artifact is checked again, and something is found. */
  private static Past found() {
    return past("security-checked", "", "{'modelDigest':'d1','findings':[{'rule':'gate-2/x'}]}");
  }

  private static Past recommended(String digest, String group) {
    return past(
        "decision-signed",
        "rita",
        "{'task':'review-findings','outcome':'recommend','modelDigest':'%s','groups':['%s']}"
            .formatted(digest, group));
  }

  private static Past floored(String tier, int looks) {
    return past(
        "gate-1-passed",
        "",
        """
        {'modelDigest':'d1','tier':'%s','floors':{'minimumRows':300,'minimumRowsPerClass':30,
         'thresholds':{'accuracy':'0.80'},'maximumNearDuplicateShare':'0.005','maximumLooks':%d}}
        """
            .formatted(tier, looks));
  }

  private static Past named(String tier, int needed) {
    return past(
        "authorities-named",
        "",
        "{'tier':'%s','approvalsNeeded':%d,'authorities':[{'subject':'alice'},{'subject':'bob'}]}"
            .formatted(tier, needed));
  }

  static Past signed(String person) {
    return past(
        "decision-signed",
        person,
        "{'task':'decide-on-promotion','outcome':'authorize','modelDigest':'d1'}");
  }

  static Past limited(String person, String ends, String principals) {
    return past(
        "decision-signed",
        person,
        "{'task':'decide-on-promotion','outcome':'authorize-with-conditions','modelDigest':'d1',"
            + "'limits':{'ends':'%s','principals':'%s'}}".formatted(ends, principals));
  }

  static Past past(String kind, String actor, String payload) {
    try {
      return new Past(kind, actor, AT, new ObjectMapper().readTree(payload.replace('\'', '"')));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(payload, malformed);
    }
  }
}
