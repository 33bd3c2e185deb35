package io.sallyport.local.aws.policy;

import java.util.List;
import java.util.Optional;

/** What documents say to a question. */
public record Verdict(Effect effect, boolean direct, Optional<String> sid) {

  /** The words of {@code iam:SimulatePrincipalPolicy}. */
  public enum Effect {
    ALLOWED("allowed"),
    EXPLICIT_DENY("explicitDeny"),
    IMPLICIT_DENY("implicitDeny");

    private final String word;

    Effect(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public boolean allows() {
    return effect == Effect.ALLOWED;
  }

  public boolean denies() {
    return effect == Effect.EXPLICIT_DENY;
  }

  /** Of policies that hang on the caller. */
  public static Verdict ofIdentity(List<Document> documents, Question question) {
    return of(documents, question, Principals.Match.DIRECT);
  }

  /** Of a policy that hangs on what is asked for; an account named in it is no direct allowance. */
  public static Verdict ofResource(Document document, Question question) {
    return of(List.of(document), question, Principals.Match.NONE);
  }

  private static Verdict of(
      List<Document> documents, Question question, Principals.Match withoutPrincipal) {
    Verdict best = new Verdict(Effect.IMPLICIT_DENY, false, Optional.empty());
    for (Document document : documents) {
      for (Statement statement : document.statements()) {
        Principals.Match match =
            statement.principals().map(who -> who.match(question)).orElse(withoutPrincipal);
        if (match == Principals.Match.NONE || !statement.isAbout(question)) {
          continue;
        }
        Optional<String> sid = Optional.of(statement.sid());
        if (!statement.allows()) {
          return new Verdict(Effect.EXPLICIT_DENY, true, sid);
        }
        boolean direct = best.direct || match == Principals.Match.DIRECT;
        best = new Verdict(Effect.ALLOWED, direct, sid);
      }
    }
    return best;
  }
}
