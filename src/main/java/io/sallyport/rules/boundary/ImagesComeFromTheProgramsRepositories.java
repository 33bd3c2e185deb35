package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * S06: images come from the private registry of the program's account and region, out of a
 * repository of its allow-list: no hub, no public registry, no other account.
 */
public final class ImagesComeFromTheProgramsRepositories implements Rule<SubmissionFacts> {

  private static final Pattern PLACE =
      Pattern.compile("(?<registry>[^/]+)/(?<repository>[^@:]+)([@:].*)?");

  @Override
  public String id() {
    return "boundary/images-come-from-the-programs-repositories";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return Containers.of(facts.submission()).entrySet().stream()
        .filter(image -> !isAllowed(image.getValue(), facts.program()))
        .map(
            image ->
                finding(
                    image.getKey(),
                    Shown.of(image.getValue()),
                    registry(facts.program())
                        + "/ one of "
                        + Shown.of(facts.program().imageRepositories())))
        .toList();
  }

  private static boolean isAllowed(String image, Program program) {
    Matcher parts = PLACE.matcher(image);
    return parts.matches()
        && parts.group("registry").replace(".ecr-fips.", ".ecr.").equals(registry(program))
        && program.imageRepositories().contains(parts.group("repository"));
  }

  private static String registry(Program program) {
    return program.account() + ".dkr.ecr." + program.region() + ".amazonaws.com";
  }
}
