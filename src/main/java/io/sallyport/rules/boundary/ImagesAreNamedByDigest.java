package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** S06: each image is named by the digest of its manifest; a tag can be moved. */
public final class ImagesAreNamedByDigest implements Rule<SubmissionFacts> {

  private static final Pattern DIGEST = Pattern.compile("[^@]+/[^@:]+@sha256:[0-9a-f]{64}");

  @Override
  public String id() {
    return "boundary/images-are-named-by-digest";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return Containers.of(facts.submission()).entrySet().stream()
        .filter(image -> !DIGEST.matcher(image.getValue()).matches())
        .map(
            image ->
                finding(
                    image.getKey(),
                    Shown.of(image.getValue()),
                    "<registry>/<repository>@sha256:<64 hexadecimal digits>, without a tag"))
        .toList();
  }
}
