package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names, ARNs and the errors of SageMaker in its own words. */
final class Names {

  private static final String GRAMMAR = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}";
  private static final Pattern NAME = Pattern.compile(GRAMMAR);
  static final String PRINCIPAL = "sagemaker.amazonaws.com";
  static final String INTERNAL =
      "InternalServerError: We encountered an internal error.  Please try again.";

  private Names() {}

  /** SageMaker writes names in ARNs in lower case. */
  static String arn(String kind, String name) {
    return Arn.of("sagemaker", kind + "/" + name.toLowerCase(Locale.ROOT));
  }

  static void checked(String member, String name) {
    if (!NAME.matcher(name).matches() || name.length() > 63) {
      throw AwsError.validation(
          ("1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member"
                  + " must satisfy regular expression pattern: ^%s$")
              .formatted(name, member, GRAMMAR));
    }
  }

  static AwsError jobExists(String arn) {
    return AwsError.bad(
        "ResourceInUse",
        "Job name must be unique within an AWS account and region, and a job with this name already"
            + " exists ("
            + arn
            + ")");
  }

  static AwsError noJob(String name) {
    return AwsError.bad("ResourceNotFound", "Could not find requested job with name: " + name);
  }

  static AwsError exists(String kind, String arn) {
    return AwsError.validation("Cannot create already existing %s \"%s\".".formatted(kind, arn));
  }

  static AwsError missing(String kind, String arn) {
    return AwsError.validation("Could not find %s \"%s\".".formatted(kind, arn));
  }

  static AwsError cannotStop(String kind, Object status) {
    return AwsError.validation(
        "The request was rejected because the %s is in status %s.".formatted(kind, status));
  }

  /** Creating with tags needs {@code sagemaker:AddTags} too. */
  static List<Permission> create(
      String operation, String arn, boolean tagged, Map<String, List<String>> context) {
    List<Permission> needed = new ArrayList<>();
    needed.add(new Permission(":" + operation, arn, context));
    if (tagged) needed.add(new Permission(":AddTags", arn));
    return needed;
  }
}
