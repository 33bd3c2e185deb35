package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * S20, asked again of the record: each decision after an episode was about this very artifact, and
 * set only terms that fit it, whatever door it came through.
 */
public final class LaterTermsFitTheirDecision implements Rule<AuthorizationFacts> {

  private static final TermsFitTheDecision TERMS = new TermsFitTheDecision();

  @Override
  public String id() {
    return "authorization/later-terms-fit-their-decision";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    return facts.redecided().stream()
        .flatMap(decision -> Stream.concat(artifact(decision, facts), terms(decision)))
        .toList();
  }

  private Stream<Finding> artifact(Redecided decision, AuthorizationFacts facts) {
    String about = decision.modelDigest();
    return about.equals(facts.modelDigest())
        ? Stream.empty()
        : Stream.of(
            finding(
                "the decision of " + decision.person(),
                "about SHA-256 " + about,
                "about SHA-256 " + facts.modelDigest()));
  }

  private Stream<Finding> terms(Redecided decision) {
    return TERMS.check(decision.terms()).stream()
        .map(
            wrong ->
                finding(
                    wrong.subject() + " that " + decision.person() + " set",
                    wrong.value(),
                    wrong.limit()));
  }
}
