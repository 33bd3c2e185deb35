package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** S01, S07: data is one exact version of an object; whatever is current may be replaced. */
public final class DataIsAnExactVersion implements Rule<SubmissionFacts> {

  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,1024}");

  /** {@code null} is what S3 calls the one version of a bucket without versioning. */
  private static final Set<String> NO_VERSION = Set.of("null", "latest", "current", "head");

  @Override
  public String id() {
    return "boundary/data-is-an-exact-version";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return Sources.of(facts.submission()).entrySet().stream()
        .filter(source -> !isExact(source.getValue().versionId()))
        .map(
            source ->
                finding(
                    source.getKey() + "/versionId",
                    Shown.of(source.getValue().versionId()),
                    "the version id that S3 gave when the object was written"))
        .toList();
  }

  private static boolean isExact(String versionId) {
    return VERSION.matcher(versionId).matches()
        && !NO_VERSION.contains(versionId.toLowerCase(Locale.ROOT));
  }
}
