package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * S08: names that become part of ids, addresses and records are short and plain: model, program,
 * endpoint, script version, the version that was sent back.
 */
public final class NamesFollowTheirGrammar implements Rule<SubmissionFacts> {

  private static final Pattern MODEL = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern ENDPOINT = Pattern.compile("[a-z0-9](-*[a-z0-9]){0,62}");
  private static final Pattern SCRIPT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/+-]{0,99}");
  private static final Pattern VERSION = Pattern.compile("[a-z][a-z0-9-]{0,39}-[1-9][0-9]{0,8}");

  @Override
  public String id() {
    return "boundary/names-follow-their-grammar";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Submission submission = facts.submission();
    return Stream.of(
            check("/model", submission.model(), MODEL),
            check("/program", submission.program(), MODEL),
            check("/endpoint/name", submission.endpoint().name(), ENDPOINT),
            check("/training/scriptVersion", submission.training().scriptVersion(), SCRIPT),
            submission.returnedFrom().flatMap(id -> check("/returnedFrom", id, VERSION)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Finding> check(String pointer, String name, Pattern grammar) {
    return grammar.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(finding(pointer, Shown.of(name), grammar.pattern()));
  }
}
