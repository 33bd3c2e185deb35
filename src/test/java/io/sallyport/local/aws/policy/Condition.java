package io.sallyport.local.aws.policy;

import io.sallyport.local.aws.policy.Operator.Quantifier;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One line of a Condition block: how, which key, which values. */
record Condition(
    Operator operator, Quantifier quantifier, boolean ifExists, String key, List<String> wanted) {

  /** The keys that calls here really carry; a policy with another one would protect nothing. */
  private static final Set<String> KEYS =
      Set.of(
          "aws:sourcevpce",
          "aws:sourcevpc",
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principaltype",
          "aws:securetransport",
          "aws:currenttime",
          "aws:requestedregion",
          "aws:viaawsservice",
          "aws:tagkeys",
          "aws:sourceaccount",
          "aws:sourcearn",
          "s3:if-none-match",
          "s3:objectcreationoperation",
          "s3:x-amz-server-side-encryption",
          "s3:x-amz-server-side-encryption-aws-kms-key-id",
          "s3:prefix",
          "s3:versionid",
          "s3:object-lock-mode",
          "s3:x-amz-copy-source",
          "kms:viaservice",
          "kms:signingalgorithm",
          "kms:messagetype",
          "kms:callerarn",
          "kms:calleraccount",
          "iam:passedtoservice",
          "sts:rolesessionname",
          "sts:externalid",
          "sagemaker:vpcsubnets",
          "sagemaker:vpcsecuritygroupids",
          "sagemaker:networkisolation",
          "sagemaker:intercontainertrafficencryption",
          "sagemaker:volumekmskey",
          "sagemaker:outputkmskey",
          "sagemaker:instancetypes",
          "sagemaker:modellifecycle:stage",
          "sagemaker:modellifecycle:stagestatus",
          "sagemaker:modelapprovalstatus");

  private static final List<String> PREFIXES =
      List.of("aws:requesttag/", "aws:resourcetag/", "aws:principaltag/", "sagemaker:resourcetag/");

  static Condition of(String word, String key, List<String> wanted) {
    String rest = word;
    Quantifier quantifier = Quantifier.SINGLE;
    if (rest.startsWith("ForAllValues:")) {
      quantifier = Quantifier.ALL;
    } else if (rest.startsWith("ForAnyValue:")) {
      quantifier = Quantifier.ANY;
    }
    rest = rest.substring(rest.indexOf(':') + 1);
    boolean ifExists = rest.endsWith("IfExists");
    rest = ifExists ? rest.substring(0, rest.length() - "IfExists".length()) : rest;
    String lower = key.toLowerCase(Locale.ROOT);
    if (!KEYS.contains(lower) && PREFIXES.stream().noneMatch(lower::startsWith)) {
      throw AwsError.bad("MalformedPolicyDocument", "Unknown condition key: " + key);
    }
    return new Condition(Operator.of(rest), quantifier, ifExists, key, wanted);
  }

  boolean holds(Question question) {
    Optional<List<String>> found = Optional.ofNullable(question.context().get(key));
    return (ifExists && found.isEmpty()) || operator.holds(wanted, found, quantifier);
  }
}
